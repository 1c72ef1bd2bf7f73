using System.Collections.Concurrent;
using DisclosureBot.Journal.Searching;

namespace DisclosureBot.Journal;

/// <summary>How rare the parts of words are: only the rarest are asked of the index, for it goes through every row that holds a common one.</summary>
/// <remarks>What is left out makes the index answer with more, never with less; each row is compared itself.</remarks>
public sealed partial class CaseJournal
{
    /// <summary>So many different pieces are weighed; any further one counts as common.</summary>
    private const int MostWeighed = 64;

    /// <summary>Of one alternative, how many of its rarest pieces are asked for.</summary>
    private const int MostAsked = 3;

    /// <summary>A piece so many times as common as the rarest beside it costs more than it leaves out.</summary>
    private const int TooCommon = 16;

    /// <summary>The share that one row is taken for, of a piece that few rows hold.</summary>
    private const double Rare = 1e-9;

    private const int MostRemembered = 20_000;

    /// <summary>The share of rows that hold a piece, of those common enough that another case does not change it much.</summary>
    private readonly ConcurrentDictionary<string, double> _common = new(StringComparer.Ordinal);

    /// <summary>The same with the rarest pieces only, and without the alternatives that hold a piece which no row has.</summary>
    private async Task<Fragments> Rarest(Fragments sought, CancellationToken stop)
    {
        var shares = await Shares(sought.Groups.SelectMany(group => group).SelectMany(all => all).SelectMany(dialect.Words.Pieces).Distinct(StringComparer.Ordinal).Take(MostWeighed), stop);
        double Share(string piece) => shares.GetValueOrDefault(piece, 1);
        var groups = sought.Groups.Select(group => group
            .Select(all => all.SelectMany(dialect.Words.Pieces).Distinct(StringComparer.Ordinal).OrderBy(Share).ToList())
            .Where(pieces => pieces.Count > 0 && Share(pieces[0]) > 0)
            .Select(pieces => (Share: Share(pieces[0]), Pieces: (IReadOnlyList<string>)[.. pieces.Take(MostAsked).Where(piece => Share(piece) <= TooCommon * Share(pieces[0]))]))
            .ToList()).ToList();
        if (groups.Exists(group => group.Count == 0)) return new([[]]);
        var rarest = groups.Min(group => group.Sum(one => one.Share));
        return new([.. groups.Where(group => group.Sum(one => one.Share) <= TooCommon * rarest).Select(group => (IReadOnlyList<IReadOnlyList<string>>)[.. group.Select(one => one.Pieces)])]);
    }

    private async Task<Dictionary<string, double>> Shares(IEnumerable<string> pieces, CancellationToken stop)
    {
        Dictionary<string, double> shares = new(StringComparer.Ordinal);
        foreach (var piece in pieces)
            shares[piece] = _common.TryGetValue(piece, out var share) ? share : await Weigh(piece, stop);
        return shares;
    }

    /// <summary>By how far back the last ones lie; 0 where no row holds it.</summary>
    private async Task<double> Weigh(string piece, CancellationToken stop)
    {
        var (count, first, last) = (await All(
            dialect.Words.Spread, new { match = dialect.Words.Match(Fragments.Whole([piece])), bound = Few + 1 },
            row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), stop))[0];
        // Rarer than whatever is not few, wherever they lie.
        if (count <= Few) return count * Rare;
        var share = (double)count / (last - first + 1);
        if (_common.Count >= MostRemembered) _common.Clear();
        return _common[piece] = share;
    }
}
