using DisclosureBot.Bureau;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Clock;
using DisclosureBot.Slips.Consulting;

namespace DisclosureBot.Slips.Expediting;

/// <summary>What a reader is told of urgings and long rests: only while the slip still waits as it did then.</summary>
/// <param name="now">Bureau time.</param>
internal sealed class ExpediteNotices(ExpediteRules rules, Roster roster, DateTimeOffset now)
{
    public IEnumerable<Notice> Of(Slip slip, Person reader)
    {
        if (slip.Phase == SlipPhase.InReview && Resting.Record(slip) is { } rest)
            yield return new(Tone.Warning, Rested(slip, rest));
        if (Present(slip, reader) is { } urging && Waiting.On(slip, roster).Contains(reader.Id))
            yield return new(Tone.Warning, $"{urging.By.Name}催办({Show(urging.At)}),请尽快办理。");
        if (ExpediteRules.MayUrge(slip, reader))
            foreach (var line in Urged(slip, reader))
                yield return new(Tone.Waiting, line);
    }

    /// <summary>Whoever may urge sees who has been, and when again; one line for all that were urged at once.</summary>
    private IEnumerable<string> Urged(Slip slip, Person reader) =>
        from person in rules.Others(slip, reader)
        let again = rules.Again(slip, person)
        where again > now
        let urging = ExpediteRules.Of(slip, person)!
        group person by (urging.By, urging.At, again) into alike
        select $"{alike.Key.By.Name}已于{Show(alike.Key.At)}催办{Desks.Names(alike)},{Show(alike.Key.again!.Value)}后可以再次催办。";

    /// <summary>Urged since it lies where it lies: acted on, it is gone.</summary>
    private static Urging? Present(Slip slip, Person reader) => ExpediteRules.Of(slip, reader) is { } urging && urging.At >= slip.Since ? urging : null;

    private string Rested(Slip slip, RestRecord rest)
    {
        var told = rest.To.Distinct(StringComparer.Ordinal).Select(roster.Find).OfType<Person>().ToList();
        return $"{(Hearing.Holding(slip) is { Count: > 0 } holding ? $"等待{Hearing.Words(holding)},本道" : $"“{Desks.Review(slip.Stage)}”")}自{Show(slip.Since)}起未办,已超过办理时限{(told.Count > 0 ? $",已提请{Desks.Names(told)}督办" : "")}。";
    }

    private string Show(DateTimeOffset at) => BureauTime.Show(at, now.Year);
}
