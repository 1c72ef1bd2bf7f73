using DisclosureBot.Bureau;
using DisclosureBot.Calendar;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Calendar;
using DisclosureBot.Cards.Files;
using DisclosureBot.Cards.Lists;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Cards.Steps;
using DisclosureBot.Channel;
using DisclosureBot.Opinions.Digest;
using DisclosureBot.Opinions.Drills;
using DisclosureBot.Opinions.Watch;
using DisclosureBot.Sharing;

namespace DisclosureBot.Chat;

/// <summary>The bot's front door: finds out who speaks, and passes on what they said or clicked. Both surfaces call it.</summary>
public sealed class Reception(Roster roster, Contacts contacts, Words words, SlipClicks slips, FileClicks fileClicks, FileIntake intake, FileSending sending, CalendarClicks calendar,
    OpinionClicks opinions, OpinionRoom room, WatchClicks watch, DrillClicks drills, DigestAnswers digests, ComposeSearch compose, Readers readers, IEnumerable<ITopic> topics)
{
    private readonly IReadOnlyList<ITopic> _topics = [.. topics];

    public async Task<Answer> Answer(Turn turn, CancellationToken stop)
    {
        // Whoever removes the bot from a group may be nobody of ours.
        if (turn is Turn.Left { Personal: false } removed) await room.Left(removed, stop);
        if (turn is Turn.Arrived { Personal: false } or Turn.Left { Personal: false }) readers.Changed(turn.Where);
        if (roster.FindByObjectId(turn.From.AadObjectId) is not { } person) return Stranger(turn);
        // From the compose box of any conversation, perhaps one with somebody else: that is no way to this person.
        if (turn is Turn.Sought sought) return new([], null, await compose.Search(person, sought, stop));
        if (turn is Turn.Linked linked) return new([], null, await compose.Unfold(person, linked.Url, stop));
        var isNew = await contacts.Note(person, turn, stop);
        return turn switch
        {
            Turn.Said said => await words.Answer(person, said.Text, said, stop),
            Turn.Sent or Turn.FileAccepted or Turn.FileDeclined when !turn.Personal => new([new Message(Words.PersonalOnly)]),
            Turn.Sent sent => await intake.Take(person, sent),
            Turn.FileAccepted accepted => await sending.Accept(person, accepted, stop),
            Turn.FileDeclined declined => FileSending.Decline(declined),
            Turn.Clicked clicked => await Click(person, clicked, stop),
            Turn.Arrived => isNew ? words.Help(person) : Channel.Answer.Silence,
            Turn.Left => Channel.Answer.Silence,
            _ => throw new InvalidOperationException($"Unknown turn {turn.GetType().Name}."),
        };
    }

    private async Task<Answer> Click(Person person, Turn.Clicked clicked, CancellationToken stop)
    {
        if (SayClick.Read(clicked.Verb, clicked.Data) is { } say) return await words.Answer(person, say.Text, clicked, stop);
        if (await opinions.Answer(person, clicked, stop) is { } item) return new([], item);
        // A group's members may see different slips: what is shown to one of them must not be shown to all.
        if (!clicked.Personal) return new([], new ClickAnswer.Refusal(403, "PersonalOnly", Words.PersonalOnly));
        if (StepClick.Read(clicked.Verb, clicked.Data, StepVerbs.All) is { } step) return new([], await slips.Answer(person, step, clicked, stop));
        if (FileClick.Read(clicked.Verb, clicked.Data) is { } file) return await fileClicks.Answer(person, file, clicked, stop);
        if (WatchClick.Read(clicked.Verb, clicked.Data) is { } kept) return new([], await watch.Answer(person, kept, clicked, stop));
        if (DrillClick.Read(clicked.Verb, clicked.Data) is { } drilled) return new([], await drills.Answer(person, drilled, clicked, stop));
        if (CalendarClick.Read(clicked.Verb, clicked.Data) is { } dated) return new([], await calendar.Answer(person, dated, clicked, stop));
        foreach (var topic in _topics)
            if (await topic.Clicked(person, clicked, stop) is { } about) return new([], about);
        if (SlipClick.Read(clicked.Verb, clicked.Data) is { } click) return new([], await Slip(person, click, clicked, stop));
        return new([], new ClickAnswer.Refusal(400, "BadClick", "这张卡片的内容无法识别,可能已经过时。请写“待办”或“我的”重新打开。"));
    }

    /// <summary>Lists and the desk open whatever case there is by its id alone.</summary>
    private async Task<ClickAnswer> Slip(Person person, SlipClick click, Turn.Clicked clicked, CancellationToken stop)
    {
        if (click is SlipClick.Show shown)
        {
            foreach (var topic in _topics)
                if (await topic.Opened(person, shown.Slip, clicked, stop) is { } opened) return opened;
        }

        return await Known(person, click, clicked, stop);
    }

    private Task<ClickAnswer> Known(Person person, SlipClick click, Turn.Clicked clicked, CancellationToken stop) => click switch
    {
        SlipClick.Show { Slip: WatchCase.Id } => watch.Answer(person, new WatchClick.Show(), clicked, stop),
        SlipClick.Show { Slip: DigestCase.Id } => digests.Open(person, stop),
        SlipClick.Show { Slip: NudgeCase.Id } => Task.FromResult<ClickAnswer>(new ClickAnswer.Card(calendar.Form(person))),
        SlipClick.Show { Slip: var id } when id.StartsWith(CalendarCase.Kind + "-", StringComparison.Ordinal) => calendar.Answer(person, new CalendarClick.Show(id), clicked, stop),
        _ => slips.Answer(person, click, clicked, stop),
    };

    private Answer Stranger(Turn turn)
    {
        var text = $"您不在{roster.BureauName}的花名册中,不能使用本机器人。如需使用,请联系本局管理员登记。";
        return turn switch
        {
            Turn.Said or Turn.Sent or Turn.FileAccepted => new([new Message(text)]),
            Turn.Clicked => new([], new ClickAnswer.Refusal(403, "NotInRoster", text)),
            Turn.Sought => new([], null, new ComposeAnswer.Note(text)),
            _ => Channel.Answer.Silence,
        };
    }
}
