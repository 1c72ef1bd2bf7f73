using System.Text.Json;
using DisclosureBot.Journal;
using DisclosureBot.Opinions.Clocks;

namespace DisclosureBot.Opinions;

/// <summary>When the clock is to come back to an item. Only what differs from before is written.</summary>
public static class OpinionTimers
{
    private const string Escalation = "escalation";
    private const string Clock = "clock.";

    private static readonly Dictionary<string, OpinionClockKind> Kinds = Enum.GetValues<OpinionClockKind>().ToDictionary(Name, StringComparer.Ordinal);

    public static IReadOnlyList<TimerWrite> Between(OpinionItem? before, OpinionItem after) =>
    [
        .. before?.EscalateAt != after.EscalateAt ? (IEnumerable<TimerWrite>)[new(Escalation, after.EscalateAt)] : [],
        .. Kinds.Where(kind => Next(before, kind.Value) != Next(after, kind.Value)).Select(kind => new TimerWrite(kind.Key, Next(after, kind.Value))),
    ];

    /// <summary>What the timer of this name asks for.</summary>
    public static OpinionCommand Command(string timer) =>
        timer == Escalation ? new AlarmCommand.Escalate()
        : Kinds.TryGetValue(timer, out var kind) ? new EmergencyCommand.RemindOf(kind)
        : throw new InvalidOperationException($"No timer of an item is called {timer}.");

    public static string Name(OpinionClockKind kind) => Clock + JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    private static DateTimeOffset? Next(OpinionItem? item, OpinionClockKind kind) => item is { IsOpen: true } ? item.Clock(kind)?.Next?.At : null;
}
