using DisclosureBot.Bureau;

namespace DisclosureBot.Opinions;

/// <summary>Where this person can open the 专报 of an item; null where they may not, or where there is no page to open it from.</summary>
public delegate string? ReportAddress(OpinionItem item, Person reader);

/// <summary>The same for a file of an item.</summary>
public delegate string? OpinionFileAddress(OpinionItem item, Person reader, string file);
