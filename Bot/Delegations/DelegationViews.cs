using DisclosureBot.Bureau;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Delegations;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Clock;

namespace DisclosureBot.Delegations;

/// <summary>Makes what one person sees of a 委托, and of the word 委托.</summary>
public sealed class DelegationViews(DelegationBook book, Roster roster, TimeProvider clock)
{
    private const string Lead = "期限按天,首尾两天都算。" + DelegationText.NotPassedOn + "舆情不在委托之内,值班请另办交班。";

    private const string All = "all", Review = "review", Handling = "handling";

    public DelegationView Of(Delegation one, Person reader, Notice? notice = null, string? typedReason = null)
    {
        var now = clock.BureauNow();
        return new()
        {
            Delegation = one.Id,
            Number = one.Number,
            Title = DelegationText.Title(one),
            Days = DelegationText.Days(one),
            Scope = DelegationText.Of(one.Scope),
            Basis = one.Basis,
            EnteredBy = $"{one.GrantedBy.Name},{BureauTime.Show(one.GrantedAt, now.Year)}",
            Status = DelegationText.Status(one, now),
            StatusTone = Tone(one, now),
            Meaning = Meaning(one, reader),
            RevokeReason = one.RevokeReason,
            Notice = notice,
            MayRevoke = DelegationRules.MayRevoke(one, reader, now),
            TypedReason = typedReason,
        };
    }

    public DelegationFormView Form(Person reader, string? key = null, DelegationInput? typed = null, Notice? notice = null)
    {
        var (now, forOthers) = (clock.BureauNow(), DelegationRules.MayEnterForOthers(reader));
        var live = book.All.Where(one => now < one.Ends).ToList();
        var today = StepTyping.Show(BureauTime.Day(now));
        return new(
            key ?? Guid.CreateVersion7(clock.GetUtcNow()).ToString("N"),
            forOthers ? [Choice(reader), .. roster.People.Where(person => person.Id != reader.Id).Select(Choice)] : [],
            [.. roster.People.Where(person => forOthers || person.Id != reader.Id).Select(Choice)],
            [new(All, "全部(处理签的审签和起草经办)"), new(Review, "只代审签"), new(Handling, "只代起草经办")],
            typed ?? new DelegationInput { From = forOthers ? reader.Id : null, Since = today, Until = today },
            Lead,
            [.. live.Where(one => one.From.Id == reader.Id).Select(Line)],
            [.. live.Where(one => one.To.Id == reader.Id).Select(Line)],
            forOthers ? [.. live.Where(one => one.From.Id != reader.Id && one.To.Id != reader.Id).Select(Line)] : [],
            notice);
    }

    public static DelegationForm Read(DelegationInput input) => new(
        input.From, input.To, StepTyping.Day(input.Since), StepTyping.Day(input.Until),
        input.Scope switch { All => DelegationScope.All, Review => DelegationScope.Review, Handling => DelegationScope.Handling, _ => null }, input.Basis);

    /// <summary>Whether the stand-in is away in the same days: what they were given does not go on to theirs.</summary>
    public string? StandInIsAway(Delegation one) =>
        book.All.FirstOrDefault(other => other.From.Id == one.To.Id && other.To.Id != one.From.Id && other.Overlaps(one.Since, one.Until, one.Scope)) is { } away
            ? $"{one.To.Name}在此期间也已委托{away.To.Name};受托人不得转委托,{away.To.Name}只代办{one.To.Name}本人的事项,{one.From.Name}的事项仍由{one.To.Name}或本人办理。"
            : null;

    private DelegationLine Line(Delegation one)
    {
        var now = clock.BureauNow();
        return new(one.Id, DelegationText.Title(one), $"{DelegationText.Days(one)} · {DelegationText.Of(one.Scope)}", DelegationText.Status(one, now), Tone(one, now));
    }

    private static string Meaning(Delegation one, Person reader) => reader.Id == one.To.Id
        ? $"等{one.From.Name}办理的处理签也会送给您;您办理的,留痕为“{one.To.Name}(受{one.From.Name}委托)”。您本人起草或已签署上一道的,不能代为审签。{DelegationText.NotPassedOn}"
        : $"委托期间{one.From.Name}本人仍可办理。同一人不得以本人或受托身份连续签署两道,也不得审签本人起草的文件。{DelegationText.NotPassedOn}";

    private static Tone Tone(Delegation one, DateTimeOffset now) =>
        one.RevokedAt is not null || now >= one.Ends ? Cards.Slips.Tone.Neutral : now >= one.Begins ? Cards.Slips.Tone.Good : Cards.Slips.Tone.Waiting;

    private static Choice Choice(Person person) => new(person.Id, $"{person.Name}({person.Section.Name})");
}
