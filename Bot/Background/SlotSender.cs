using System.Data.Common;
using DisclosureBot.Bureau;
using DisclosureBot.Channel;
using DisclosureBot.Journal;
using DisclosureBot.Slips;

namespace DisclosureBot.Background;

/// <summary>One attempt to bring one slot up to date, and what the journal remembers of it.</summary>
public sealed class SlotSender(CaseJournal journal, IChannel channel, SlipMessages messages, Roster roster, TimeProvider clock)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    public async Task Send(Slot slot, CancellationToken stop)
    {
        if (roster.Find(slot.Person) is not { } person)
        {
            await Wait(slot, SlotState.Unreachable, "不在花名册中", stop);
            return;
        }

        if (slot is not { ServiceUrl: { } service, ConversationId: { } conversation })
        {
            await Open(slot, person, stop);
            return;
        }

        var to = new Address(service, conversation);
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
            await Fail(slot, state, TimeSpan.FromMinutes(1), "fault");
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
        if (await messages.Of(slot.CaseId, person, alert, stop) is not { } current) return;
        await journal.BeginSend(slot.CaseId, slot.Person, slot.AlertWanted, stop);
        var outcome = await channel.Send(to, current.Message, stop);
        // From here on the journal must learn what happened even while the program is stopping.
        switch (outcome)
        {
            case SendOutcome.Delivered sent:
                await journal.SendSucceeded(slot.CaseId, slot.Person, to.ServiceUrl, to.ConversationId, sent.MessageId, current.Version, CancellationToken.None);
                break;
            case SendOutcome.Later later:
                await Fail(slot, IsInDoubt(slot) ? SlotState.Unknown : SlotState.Idle, later.After, later.Why, alertNotBegun: alert ? slot.AlertWanted : null);
                break;
            case SendOutcome.Unknown unknown:
                await Fail(slot, SlotState.Unknown, null, unknown.Why);
                break;
            case SendOutcome.Blocked blocked:
                await Fail(slot, SlotState.Unreachable, null, blocked.Code, alertNotBegun: alert ? slot.AlertWanted : null);
                break;
            case SendOutcome.Gone:
                await Fail(slot, SlotState.Unreachable, null, "ConversationGone", alertNotBegun: alert ? slot.AlertWanted : null);
                break;
            case SendOutcome.Rejected rejected:
                await Fail(slot, SlotState.Failed, null, $"{rejected.Status} {rejected.Code}");
                break;
            default:
                throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}.");
        }
    }

    private async Task Edit(Slot slot, Person person, Address to, CancellationToken stop)
    {
        if (await messages.Of(slot.CaseId, person, alert: false, stop) is not { } current) return;
        var outcome = await channel.Update(to, slot.MessageId!, current.Message, stop);
        switch (outcome)
        {
            case SendOutcome.Delivered:
                await journal.UpdateSucceeded(slot.CaseId, slot.Person, current.Version, CancellationToken.None);
                break;
            case SendOutcome.Later later:
                await Fail(slot, SlotState.Idle, later.After, later.Why);
                break;
            case SendOutcome.Unknown unknown:
                await Fail(slot, SlotState.Idle, null, unknown.Why);
                break;
            case SendOutcome.Gone:
                await Fail(slot, SlotState.Idle, TimeSpan.Zero, "MessageGone", forgetMessage: true);
                break;
            case SendOutcome.Blocked blocked:
                await Fail(slot, SlotState.Unreachable, null, blocked.Code);
                break;
            case SendOutcome.Rejected rejected:
                await Fail(slot, SlotState.Failed, null, $"{rejected.Status} {rejected.Code}");
                break;
            default:
                throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}.");
        }
    }

    /// <summary>Blanks the message that a newer one replaced. Cosmetic: one refusal ends it, only "later" is tried again.</summary>
    private async Task Retire(Slot slot, string retired, Address to, CancellationToken stop)
    {
        if (await messages.Moved(slot.CaseId, stop) is { } moved && await channel.Update(to, retired, moved, stop) is SendOutcome.Later later)
            await Fail(slot, SlotState.Idle, later.After, later.Why);
        else
            await journal.RetiredCleared(slot.CaseId, slot.Person, CancellationToken.None);
    }

    /// <summary>Somebody who never wrote is reached through the service where a colleague did.</summary>
    private async Task Open(Slot slot, Person person, CancellationToken stop)
    {
        if (await journal.LatestContact(stop) is not { } colleague)
        {
            await Wait(slot, SlotState.Unreachable, "本局还没有人在 Teams 中与机器人对话", stop);
            return;
        }

        var outcome = await channel.Open(colleague.ServiceUrl, roster.TenantId, person.AadObjectId, stop);
        switch (outcome)
        {
            case SendOutcome.Delivered { MessageId: { } conversation }:
                await journal.SaveContact(new Contact(person.Id, colleague.ServiceUrl, conversation), stop);
                break;
            case SendOutcome.Later later:
                await Fail(slot, SlotState.Idle, later.After, later.Why);
                break;
            case SendOutcome.Unknown unknown:
                await Fail(slot, SlotState.Idle, null, unknown.Why);
                break;
            case SendOutcome.Blocked blocked:
                await Wait(slot, SlotState.Unreachable, blocked.Code, stop);
                break;
            case SendOutcome.Delivered or SendOutcome.Gone:
                await Wait(slot, SlotState.Unreachable, "对方尚未安装本应用", stop);
                break;
            case SendOutcome.Rejected rejected:
                await Wait(slot, SlotState.Unreachable, $"{rejected.Status} {rejected.Code}", stop);
                break;
            default:
                throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}.");
        }
    }

    private Task Wait(Slot slot, SlotState state, string why, CancellationToken stop) =>
        journal.SendFailed(slot.CaseId, slot.Person, state, null, why, false, null, stop);

    private Task Fail(Slot slot, SlotState state, TimeSpan? after, string why, bool forgetMessage = false, long? alertNotBegun = null) =>
        journal.SendFailed(slot.CaseId, slot.Person, state, clock.GetUtcNow() + (after ?? Pause(slot.Attempts)), why, forgetMessage, alertNotBegun, CancellationToken.None);

    /// <summary>Doubles with every attempt, up to five minutes, with a tenth of jitter so that many do not return at once.</summary>
    private static TimeSpan Pause(int attempts)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(attempts, 16));
        return (pause < LongestPause ? pause : LongestPause) * (0.95 + (Random.Shared.NextDouble() / 10));
    }
}
