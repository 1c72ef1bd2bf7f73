using DisclosureBot.Bureau;
using DisclosureBot.Clock;
using DisclosureBot.Slips;

namespace DisclosureBot.Asking;

/// <summary>What one person did to a case within some days, from its trail. Pure.</summary>
internal static class Deeds
{
    /// <summary>When and what, the first first; without the year.</summary>
    public static IReadOnlyList<(DateTimeOffset At, string What)> Of(Hit hit, Person person, Days when, bool signedOnly)
    {
        var lines = hit switch
        {
            { Slip: { } slip } => slip.Trail.Where(line => line.By.Concerns(person.Id) && (!signedOnly || line.Act == SlipAct.Sign)).Select(line => (line.At, What: Said(line))),
            { Opinion: { } item } when !signedOnly => item.Trail.Where(line => line.By.Concerns(person.Id)).Select(line => (line.At, line.What)),
            _ => [],
        };
        return [.. lines.Where(line => BureauTime.Day(line.At) >= when.From && BureauTime.Day(line.At) <= when.To)];
    }

    private static string Said(TrailEntry line) => line.Act switch
    {
        SlipAct.Draft => "起草提交",
        SlipAct.Sign => $"签署“{line.What}”",
        _ => line.What,
    };
}
