using System.Globalization;
using System.Text.Json;
using DisclosureBot.Bureau;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Clock;
using DisclosureBot.Journal;
using DisclosureBot.Opinions.Alarm;
using DisclosureBot.Opinions.Intake;

namespace DisclosureBot.Opinions.Drills;

/// <summary>Starts drills, by the same way as what is real, and reads the facts of those that were.</summary>
public sealed class Drilling(Reporting reporting, OpinionCase items, CaseJournal journal, Roster roster, TimeProvider clock)
{
    /// <summary>How many times as fast a drill's hours may pass.</summary>
    public static readonly IReadOnlyList<int> Speeds = [1, 12, 30, 60];

    private const int MostListed = 20;

    /// <summary>The keeping section's head, the leaders and the administrators.</summary>
    public bool MayStart(Person person) => OpinionDuties.IsLeader(person) || person.Is(Role.Administrator)
        || (OpinionDuties.Keeping(roster) is { } keeping && Rungs.At(EscalationRung.SectionHead, keeping.Id, roster).Any(head => head.Id == person.Id));

    public bool MayLook(Person person) => MayStart(person) || OpinionDuties.IsKeeper(person);

    /// <summary>开始演练, once per form however often it is clicked. The level is nobody's to set beforehand (B-22).</summary>
    public async Task<Outcome<OpinionItem>> Start(Person person, string key, DrillInput typed, ClickedCard? clicked, CancellationToken stop)
    {
        if (!MayStart(person)) return new(null, new(RefusalKind.Forbidden, "演练由商务运行科负责人、局领导或管理员发起。需要演练,请向他们提出。"));
        if (Read(typed, out var headline, out var story, out var speed) is { } wrong) return new(null, wrong);
        var at = clock.BureauNow();
        return await reporting.Report(
            person, key, new Story(headline, story, null, typed.SuspectedEmergency ? at : null, at), new OpinionSource(key, "演练", headline, null, at),
            typed.SuspectedEmergency, new Drill(speed), clicked, stop);
    }

    /// <summary>Null where the id is no drill's.</summary>
    public async Task<OpinionItem?> Find(string id, CancellationToken stop) =>
        items.Read(await journal.Load(id, stop)) is { IsDrill: true } drill ? drill : null;

    public async Task<IReadOnlyList<OpinionEvent>> Facts(string id, CancellationToken stop) =>
        [.. (await journal.Events(id, stop)).Select(row => JsonSerializer.Deserialize(row.Body, items.EventJson)!)];

    /// <summary>Those of this year, the newest first.</summary>
    public async Task<IReadOnlyList<ListedCase>> Lately(Person person, CancellationToken stop)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"演{clock.BureauNow().Year}-");
        var found = await journal.Search(number, new Reach(person.Id, null, Everything: true), MostListed, stop);
        return [.. found.Where(one => one.CaseId.StartsWith(OpinionCase.DrillIds + "-", StringComparison.Ordinal)).OrderByDescending(one => one.CaseId, StringComparer.Ordinal)];
    }

    private static Refusal? Read(DrillInput typed, out string headline, out string? story, out int speed)
    {
        headline = Wording.Clean(typed.Headline) ?? "";
        story = typed.Story is { } text ? PlainText.Typed(text) : null;
        speed = 0;
        if (headline.Length == 0) return new(RefusalKind.Invalid, "请填写“演练标题”。");
        if (Wording.TooLong(headline, "演练标题", DrillCard.LongestHeadline) is { } longTitle) return longTitle;
        if (string.IsNullOrEmpty(story)) return new(RefusalKind.Invalid, "请填写“演练情节”,让参加的人知道发生了什么。");
        if (Wording.TooLong(story, "演练情节", DrillCard.LongestStory) is { } longStory) return longStory;
        return int.TryParse(typed.Speed, NumberStyles.None, CultureInfo.InvariantCulture, out speed) && Speeds.Contains(speed) ? null : new(RefusalKind.Invalid, "请选择“时间压缩”。");
    }
}
