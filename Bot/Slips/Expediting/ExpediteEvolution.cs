namespace DisclosureBot.Slips.Expediting;

/// <summary>What a slip becomes when it was urged or told upwards.</summary>
internal static class ExpediteEvolution
{
    public static Slip Apply(Slip slip, ExpediteEvent fact)
    {
        var record = slip.Expedite.Turn == slip.Turn ? slip.Expedite : ExpediteRecord.None with { Turn = slip.Turn };
        return fact switch
        {
            ExpediteEvent.Urged e => slip with
            {
                Expedite = record with { Urgings = [.. record.Urgings, .. e.To.Select(person => new Urging(e.By, person, e.At))] },
                Trail = slip.Add(e, SlipAct.Urge, "催办"),
            },
            ExpediteEvent.Escalated e => slip with
            {
                Expedite = record with { Level = e.Level },
                Trail = slip.Add(e, SlipAct.Urge, $"“{Desks.Review(e.Stage)}”超过办理时限,提请督办"),
            },
            _ => throw new InvalidOperationException($"Unknown event {fact.GetType().Name}."),
        };
    }
}
