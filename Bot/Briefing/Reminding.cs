using System.Text.Json;
using DisclosureBot.Bureau;
using DisclosureBot.Journal;

namespace DisclosureBot.Briefing;

/// <summary>Who wants to be reminded how, as far as this process has heard: the standing case, read once at the start and then with every commit.</summary>
/// <param name="usual">Of whoever has not chosen.</param>
public sealed class Reminding(Roster roster, ReminderMode usual)
{
    private volatile StandingBriefing? _standing;

    public ReminderMode Usual => usual;

    /// <exception cref="InvalidOperationException"><c>Reminding:Default</c> is none of the three.</exception>
    public static ReminderMode Read(IConfiguration configuration) => configuration["Reminding:Default"] is not { Length: > 0 } named ? ReminderMode.AtOnce
        : ReminderModes.Read(named) ?? throw new InvalidOperationException("Reminding:Default must be 即时, 按紧急程度 or 每日汇总.");

    /// <summary>Reads the case as it was last committed.</summary>
    public async Task Load(CaseJournal journal, CancellationToken stop)
    {
        if (await journal.Load(BriefingCase.Id, stop) is { Kind: BriefingCase.Kind } stored) Take(stored.State);
    }

    /// <summary>Takes note of a change just committed.</summary>
    public void Heard(CaseWrite write)
    {
        if (write.Kind == BriefingCase.Kind) Take(write.State);
    }

    /// <summary>A group's chat and whoever left the bureau are told everything as it comes: they have no morning.</summary>
    public ReminderMode Of(string person) => roster.Find(person) is null ? ReminderMode.AtOnce
        : _standing?.Preferences.FirstOrDefault(one => one.Person == person)?.Mode ?? usual;

    /// <summary>The same slots, those held that the person leaves to their digest.</summary>
    public IReadOnlyList<SlotWrite> Of(IReadOnlyList<SlotWrite> slots) => [.. slots.Select(slot => Holds(slot) ? slot with { Held = true } : slot)];

    private bool Holds(SlotWrite slot) => slot.CanWait && Of(slot.Person) switch
    {
        ReminderMode.AtOnce => false,
        ReminderMode.ByUrgency => !slot.IsUrgent,
        ReminderMode.Digest => true,
        _ => throw new InvalidOperationException(slot.Person),
    };

    /// <summary>Two commits may be heard in the wrong order; the newer one counts.</summary>
    private void Take(string state)
    {
        var heard = JsonSerializer.Deserialize(state, BriefingJson.Readable.StandingBriefing)!;
        StandingBriefing? known;
        do known = _standing;
        while ((known is null || known.Version < heard.Version) && Interlocked.CompareExchange(ref _standing, heard, known) != known);
    }
}
