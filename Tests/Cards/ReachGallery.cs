using DisclosureBot.Bureau;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Reachability;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Cards.Steps;
using DisclosureBot.Reachability;
using DisclosureBot.Tests.Support;
using static DisclosureBot.Tests.Cards.SampleViews;

namespace DisclosureBot.Tests.Cards;

/// <summary>Every state that urgings and delivery can be seen in.</summary>
internal static class ReachGallery
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 8, 0, 0, TimeSpan.FromHours(8));
    private static readonly ReachViews Views = new(DemoBureau.Roster, Now);

    public static IReadOnlyDictionary<string, Func<AdaptiveCard>> Cards => new Dictionary<string, Func<AdaptiveCard>>(
        [.. Enum.GetValues<ReachState>().Select(One), .. Others], StringComparer.Ordinal);

    private static Dictionary<string, Func<AdaptiveCard>> Others => new(StringComparer.Ordinal)
    {
        ["reach-all"] = () => ReachCard.Render(Views.All(
        [
            Of("pulan", ReachState.Blocked, 3, 2), Of("zhangmu", ReachState.NotInstalled, 1, 1), Of("maoyun", ReachState.InDoubt, 1, 0), Of("qiwen", ReachState.NotYet, 0, 0),
            .. DemoBureau.Roster.People.Where(person => person.Section.Id is "office" or "leaders").Select(person => new PersonReach(person, ReachState.Delivered, 0, 0, null)),
        ])),
        ["reach-fine"] = () => ReachCard.Render(Views.All([.. DemoBureau.Roster.People.Select(person => new PersonReach(person, ReachState.Delivered, 0, 0, null))])),
        ["reach-crowd"] = () => ReachCard.Render(Crowd("电子商务科")),
        ["reach-hostile"] = () => ReachCard.Render(Crowd(Hostile)),
        ["reach-reminder"] = () => ReachCard.Render(Views.Reminder(new(Now, Now, [Told("pulan", ReachState.Blocked, 2), Told("zhangmu", ReachState.Refused, 1)], []))),
        ["reach-moved"] = ReachCard.Moved,
        ["slip-urged"] = () => SlipCard.Render(Slip with { Review = HeadForm, Expediting = [new(Tone.Warning, "李映禾(演示)催办(11月23日 09:12),请尽快办理。")] }),
        ["slip-urging"] = () => SlipCard.Render(Slip with
        {
            Steps = [new StepForm(StepVerbs.Urge, "催办", 2, [], Lead: "将提醒徐山岚(演示)尽快办理;每人每4个工作小时至多一次。")],
            Expediting = [new(Tone.Waiting, "李映禾(演示)已于11月23日 09:12催办周临溪(演示),11月23日 15:42后可以再次催办。")],
        }),
        ["slip-rested"] = () => SlipCard.Render(Slip with { Expediting = [new(Tone.Warning, "“办公室二审”自11月23日 09:00起未办,已超过办理时限,已提请高远汀(演示)督办。")] }),
    };

    /// <summary>A bureau of sixty-six, most of them out of reach, in six ways.</summary>
    public static ReachView Crowd(string section) => Views.All(
    [
        .. Enumerable.Range(0, 66).Select(i =>
        {
            var person = new Person($"p{i}", $"o{i}", $"{section}第{i + 1}人", new("s", section, []), new HashSet<Role>());
            return new PersonReach(person, (ReachState)(7 - (i % 7)), 3, i % 3, Now.AddDays(-i));
        }),
    ]);

    private static KeyValuePair<string, Func<AdaptiveCard>> One(ReachState state) =>
        new($"reach-{state.ToString().ToLowerInvariant()}", () => ReachCard.Render(Views.Of("“普云岚”", [Of("pulan", state, state == ReachState.Delivered ? 0 : 2, 1)])));

    private static PersonReach Of(string id, ReachState state, int count, int mustAct) =>
        new(DemoBureau.Person(id), state, count, mustAct, count == 0 ? null : new DateTimeOffset(2026, 11, 23, 9, 12, 0, TimeSpan.FromHours(8)));

    private static OutOfReach Told(string id, ReachState state, int mustAct)
    {
        var person = DemoBureau.Person(id);
        return new(Who.Of(person), person.Section.Name, state, mustAct + 1, mustAct, new DateTimeOffset(2026, 11, 23, 9, 12, 0, TimeSpan.FromHours(8)));
    }
}
