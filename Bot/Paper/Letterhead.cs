namespace DisclosureBot.Paper;

/// <summary>What every sheet of a document repeats around its rows.</summary>
/// <param name="Title">Heads the first sheet.</param>
/// <param name="Name">What the document is, said on the sheets that follow.</param>
/// <param name="Number">编号.</param>
/// <param name="Foot">The first line below the rows.</param>
/// <param name="MadeAt">The second, beside the page number.</param>
/// <param name="Mark">Written large across every sheet; null for none.</param>
internal sealed record Letterhead(string Title, string Name, string Number, string Foot, string MadeAt, string? Mark);
