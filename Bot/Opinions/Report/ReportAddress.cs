using DisclosureBot.Bureau;

namespace DisclosureBot.Opinions.Report;

/// <summary>Where this person can open the 专报 of an item; null where they may not, or where there is no page to open it from.</summary>
public delegate string? ReportAddress(OpinionItem item, Person reader);
