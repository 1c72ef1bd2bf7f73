using DisclosureBot.Bureau;

namespace DisclosureBot.Slips.Files;

/// <summary>Where this person can open a file of a slip; null where they may not, or where there is no page to open it from.</summary>
/// <param name="file">The file's id.</param>
public delegate string? FileAddress(Slip slip, Person reader, string file);

/// <summary>Where this person can open the slip itself as a PDF; null where there is none.</summary>
public delegate string? PaperAddress(Slip slip, Person reader);
