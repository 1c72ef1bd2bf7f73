using System.Text.Json;
using DisclosureBot.Journal;
using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Opinions.Intake;

namespace DisclosureBot.Opinions;

/// <summary>When the clock is to come back to an item. Only what differs from before is written.</summary>
public static class OpinionTimers
{
    /// <summary>What was merged goes on in the other item; see <see cref="Merging"/>.</summary>
    public const string Absorption = "absorption";

    private const string Escalation = "escalation";
    private const string Clock = "clock.";

    private static readonly Dictionary<string, OpinionClockKind> Kinds = Enum.GetValues<OpinionClockKind>().ToDictionary(Name, StringComparer.Ordinal);

    public static IReadOnlyList<TimerWrite> Between(OpinionItem? before, OpinionItem after) =>
    [
        .. before?.EscalateAt != after.EscalateAt ? (IEnumerable<TimerWrite>)[new(Escalation, after.EscalateAt)] : [],
        .. after.Phase == OpinionPhase.Merged && before?.Phase != OpinionPhase.Merged ? (IEnumerable<TimerWrite>)[new(Absorption, after.End!.At)] : [],
        .. Kinds.Where(kind => Next(before, kind.Value) != Next(after, kind.Value)).Select(kind => new TimerWrite(kind.Key, Next(after, kind.Value))),
    ];

    /// <summary>What the timer of this name asks for, where a command is all it asks for.</summary>
    public static OpinionCommand Command(string timer) =>
        timer == Escalation ? new AlarmCommand.Escalate()
        : Kinds.TryGetValue(timer, out var kind) ? new EmergencyCommand.RemindOf(kind)
        : throw new InvalidOperationException($"No timer of an item is called {timer}.");

    public static string Name(OpinionClockKind kind) => Clock + JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    private static DateTimeOffset? Next(OpinionItem? item, OpinionClockKind kind) => item is { IsOpen: true } ? item.Clock(kind)?.Next?.At : null;
}
