using DisclosureBot.Slips.Consulting;

namespace DisclosureBot.Slips.Expediting;

/// <summary>What a slip becomes when it was urged or told upwards.</summary>
internal static class ExpediteEvolution
{
    public static Slip Apply(Slip slip, ExpediteEvent fact) => fact switch
    {
        ExpediteEvent.Urged e => slip with
        {
            Expedite = slip.Expedite with
            {
                Urgings = [.. slip.Expedite.Urgings.Where(urging => e.To.All(one => one.Id != urging.To)), .. e.To.Select(one => new Urging(e.By, one.Id, e.At))],
            },
            Trail = slip.Add(e, SlipAct.Urge, $"催办{string.Join('、', e.To.Select(one => one.Name))}"),
        },
        ExpediteEvent.Escalated e => slip with
        {
            Expedite = slip.Expedite with { Rest = new(slip.Turn, e.Level, e.At, [.. Resting.Record(slip)?.To ?? [], .. e.To]) },
            Trail = slip.Add(e, SlipAct.Urge, $"{(Hearing.Holding(slip) is { Count: > 0 } holding ? $"等待{Hearing.Words(holding)}" : $"“{Desks.Review(e.Stage)}”")}超过办理时限,提请督办"),
        },
        _ => throw new InvalidOperationException($"Unknown event {fact.GetType().Name}."),
    };
}
