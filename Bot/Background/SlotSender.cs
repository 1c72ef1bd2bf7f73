using System.Data.Common;
using DisclosureBot.Bureau;
using DisclosureBot.Channel;
using DisclosureBot.Journal;
using DisclosureBot.Opinions;

namespace DisclosureBot.Background;

/// <summary>One attempt to bring one slot up to date, and what the journal remembers of it.</summary>
public sealed class SlotSender(CaseJournal journal, IChannel channel, CaseFaces faces, Roster roster, TimeProvider clock)
{
    public async Task Send(Slot slot, CancellationToken stop)
    {
        if (slot.Person == OpinionGroup.Id)
        {
            await SendToRoom(slot, stop);
            return;
        }

        if (roster.Find(slot.Person) is not { } person)
        {
            await Record(slot, SlotState.Unreachable, null, "not in the roster");
            return;
        }

        // Put before them while it was theirs to see; the roster or the case has changed since. What lies in their chat is taken from them.
        if (slot.MessageId is null && await journal.Load(slot.CaseId, stop) is { } now && !faces.Of(slot.Kind).MaySee(now, person))
        {
            await Record(slot, SlotState.Failed, null, "may not see it any more");
            return;
        }

        if (slot is not { ServiceUrl: { } service, ConversationId: { } conversation })
        {
            await Open(slot, person, stop);
            return;
        }

        await Bring(slot, person, new Address(service, conversation), stop);
    }

    /// <summary>The section's own chat: never opened by the bot, and nothing goes to one that no longer receives.</summary>
    private async Task SendToRoom(Slot slot, CancellationToken stop)
    {
        if (OpinionGroup.In(roster) is not { } group || await journal.Contact(OpinionGroup.Id, stop) is not { } room || (slot.ConversationId ?? room.ConversationId) != room.ConversationId)
            await Record(slot, SlotState.Unreachable, null, "no chat receives it");
        else
            await Bring(slot, group, new Address(room.ServiceUrl, room.ConversationId), stop);
    }

    private async Task Bring(Slot slot, Person person, Address to, CancellationToken stop)
    {
        if (MustPost(slot)) await Post(slot, person, to, stop);
        else if (slot.Wanted > slot.Delivered) await Edit(slot, person, to, stop);
        else if (slot.RetiredId is { } retired) await Retire(slot, retired, to, stop);
    }

    /// <summary>After a fault of ours: a minute's rest, and what was cut off in between is in doubt. Never throws; the slot stays due.</summary>
    public async Task Postpone(Slot slot)
    {
        try
        {
            var present = await journal.Slot(slot.CaseId, slot.Person, CancellationToken.None) ?? slot;
            var state = IsInDoubt(present) ? SlotState.Unknown : SlotState.Idle;
            await Record(slot, state, TimeSpan.FromMinutes(1), "fault");
        }
        catch (Exception fault) when (fault is DbException or InvalidOperationException)
        {
            // The journal itself is away; whoever asks it next logs that.
        }
    }

    /// <summary>An unknown outcome is posted again: at worst a dead duplicate, never a card that did not come.</summary>
    private static bool MustPost(Slot slot) => slot.MessageId is null || slot.AlertWanted > slot.Alerted || IsInDoubt(slot);

    /// <summary>A send that this process has not under way any more was cut off in between.</summary>
    private static bool IsInDoubt(Slot slot) => slot.State is SlotState.Unknown or SlotState.Sending;

    private async Task Post(Slot slot, Person person, Address to, CancellationToken stop)
    {
        var alert = slot.AlertWanted > slot.Alerted;
        var current = await faces.Of(slot.Kind).Of(slot.CaseId, person, alert, stop);
        if (!await journal.BeginSend(slot.CaseId, slot.Person, slot.AlertWanted, stop)) return;
        var outcome = await channel.Send(to, current.Message, stop);
        if (outcome is SendOutcome.Delivered sent)
            await journal.SendSucceeded(slot.CaseId, slot.Person, to.ServiceUrl, to.ConversationId, sent.MessageId, current.Version, CancellationToken.None);
        else
            await Failed(slot, outcome, alertNotBegun: alert ? slot.AlertWanted : null);
    }

    private async Task Edit(Slot slot, Person person, Address to, CancellationToken stop)
    {
        var current = await faces.Of(slot.Kind).Of(slot.CaseId, person, alert: false, stop);
        var outcome = await channel.Update(to, slot.MessageId!, current.Message, stop);
        if (outcome is SendOutcome.Delivered)
            await journal.UpdateSucceeded(slot.CaseId, slot.Person, slot.MessageId!, current.Version, CancellationToken.None);
        else if (outcome is SendOutcome.Gone)
            await Record(slot, SlotState.Idle, TimeSpan.Zero, "MessageGone", forgetMessage: true);
        else
            await Failed(slot, outcome is SendOutcome.Unknown unknown ? new SendOutcome.Later(null, unknown.Why) : outcome);
    }

    /// <summary>Blanks the message that a newer one replaced. Cosmetic: one refusal ends it, only "later" is tried again.</summary>
    private async Task Retire(Slot slot, string retired, Address to, CancellationToken stop)
    {
        if (await channel.Update(to, retired, await faces.Of(slot.Kind).Moved(slot.CaseId, stop), stop) is SendOutcome.Later later)
            await Failed(slot, later);
        else
            await journal.RetiredCleared(slot.CaseId, slot.Person, retired, CancellationToken.None);
    }

    /// <summary>Somebody who never wrote is reached through the service where a colleague did; somebody who removed the bot is not.</summary>
    private async Task Open(Slot slot, Person person, CancellationToken stop)
    {
        if (await journal.HasLeft(person.Id, stop))
        {
            await Record(slot, SlotState.Unreachable, null, "removed the bot");
            return;
        }

        if (await journal.LatestContact(stop) is not { } colleague)
        {
            await Record(slot, SlotState.Unreachable, null, CaseJournal.NobodyKnown);
            return;
        }

        var outcome = await channel.Open(colleague.ServiceUrl, roster.TenantId, person.AadObjectId, stop);
        if (outcome is SendOutcome.Delivered { MessageId: { } conversation })
            await journal.AddContact(new Contact(person.Id, colleague.ServiceUrl, conversation), CancellationToken.None);
        else
            await Failed(slot, outcome is SendOutcome.Unknown unknown ? new SendOutcome.Later(null, unknown.Why) : outcome);
    }

    /// <summary>What the journal keeps of an attempt that did not end well.</summary>
    /// <param name="alertNotBegun">The alert that surely did not arrive, unless the outcome is unknown.</param>
    private Task Failed(Slot slot, SendOutcome outcome, long? alertNotBegun = null) => outcome switch
    {
        SendOutcome.Later later => Record(slot, IsInDoubt(slot) ? SlotState.Unknown : SlotState.Idle, later.After ?? Pause(slot.Attempts), later.Why, alertNotBegun),
        SendOutcome.Unknown unknown => Record(slot, SlotState.Unknown, PauseInDoubt(slot.Attempts), unknown.Why),
        // Who blocks the bot may let it in again without writing a word.
        SendOutcome.Blocked blocked => Record(slot, SlotState.Unreachable, Grow(TimeSpan.FromHours(1), 4, slot.Attempts, TimeSpan.FromDays(1)), blocked.Code, alertNotBegun),
        // A credential or permission that has lapsed is put right by people, and then nothing may be lost.
        SendOutcome.Rejected { Status: 401 or 403 } rejected => Record(slot, SlotState.Idle, Pause(slot.Attempts + 6), $"{rejected.Status} {rejected.Code}", alertNotBegun),
        SendOutcome.Rejected rejected => Record(slot, SlotState.Failed, null, $"{rejected.Status} {rejected.Code}", alertNotBegun),
        SendOutcome.Gone or SendOutcome.Delivered => Record(slot, SlotState.Unreachable, null, "no such conversation", alertNotBegun),
        _ => throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}."),
    };

    /// <summary>The journal must learn what happened even while the program is stopping.</summary>
    private Task Record(Slot slot, SlotState state, TimeSpan? pause, string why, long? alertNotBegun = null, bool forgetMessage = false) =>
        journal.SendFailed(slot.CaseId, slot.Person, state, clock.GetUtcNow() + pause, why, forgetMessage, alertNotBegun, CancellationToken.None);

    /// <summary>Doubles with every attempt, up to five minutes, with a tenth of jitter so that many do not return at once.</summary>
    private static TimeSpan Pause(int attempts) => Grow(TimeSpan.FromSeconds(1), 2, attempts, TimeSpan.FromMinutes(5));

    /// <summary>Every repetition of a send in doubt may leave a dead duplicate, so they soon become rare: 2 s, 12 s, 72 s, … 6 h.</summary>
    private static TimeSpan PauseInDoubt(int attempts) => Grow(TimeSpan.FromSeconds(2), 6, attempts, TimeSpan.FromHours(6));

    private static TimeSpan Grow(TimeSpan first, double factor, int attempts, TimeSpan longest)
    {
        var pause = Math.Min(first.TotalSeconds * Math.Pow(factor, Math.Min(attempts, 16)), longest.TotalSeconds);
        return TimeSpan.FromSeconds(pause * (0.95 + (Random.Shared.NextDouble() / 10)));
    }
}
