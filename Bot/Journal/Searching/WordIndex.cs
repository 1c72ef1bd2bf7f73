namespace DisclosureBot.Journal.Searching;

/// <summary>How one database is asked which rows may hold which words; it keeps that up to date itself, in the transaction that changes them.</summary>
/// <param name="Newest">A question for at most @bound of the rows that may hold what was written into @match, about the last worded first.</param>
/// <param name="Spread">How many of the last @bound rows there are that may hold @match, and the first and last of their numbers, 0 for none.</param>
/// <param name="Row">The column of cases in which those numbers stand.</param>
/// <param name="Lost">The ids of a bureau's cases that it has lost; null where that cannot be.</param>
/// <param name="Pieces">The least fragments that the index tells apart, and that together say what it knows of one.</param>
/// <param name="Match">Writes what is sought into @match; whatever stands in the words, it is only looked for.</param>
public sealed record WordIndex(string Newest, string Spread, string Row, string? Lost, Func<string, IEnumerable<string>> Pieces, Func<Fragments, string> Match);
