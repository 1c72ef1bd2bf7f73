using DisclosureBot.Bureau;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Cards.Steps;
using DisclosureBot.Clock;
using DisclosureBot.Opinions.Clocks;

namespace DisclosureBot.Opinions;

/// <summary>Makes what one person sees of an item: the same facts for all, the steps only for whom they are.</summary>
public sealed class OpinionViews(OpinionSteps steps, Roster roster, TimeProvider clock)
{
    public OpinionView Of(OpinionItem item, Person reader, Notice? notice = null, StepClick? typed = null)
    {
        var now = clock.BureauNow();
        return new()
        {
            Case = item.Id,
            Number = item.Number,
            Headline = item.Story.Headline,
            DrillSpeed = item.Drill?.Speed,
            Status = OpinionStatus.Of(item),
            StatusTone = item.IsOpen ? Tone.Waiting : Tone.Good,
            Gravity = OpinionNames.Of(item.Gravity),
            IsEmergency = item.Gravity.IsEmergency(),
            Kind = item.Kind is { } kind ? OpinionNames.Of(kind) : null,
            Text = item.Story.Text,
            Place = item.Story.Place,
            OccurredOn = item.Story.OccurredAt is { } occurred ? BureauTime.Show(occurred, now.Year) : null,
            LearntOn = BureauTime.Show(item.Story.LearntAt, now.Year),
            Reporter = item.Reporter.Name,
            Section = item.Section,
            Handler = item.Handler?.Name,
            FirstSpokesperson = item.Gravity >= Gravity.SeriousIncident ? OpinionDuties.Names(roster.Holding(Role.PrincipalLeader)) : null,
            Sources = [.. item.Sources.Select(source => new SourceLine(source.Name, source.Headline, source.Url, BureauTime.Show(source.SeenAt, now.Year)))],
            Clocks = [.. item.Clocks.Select(one => Line(one, now))],
            Trail = [.. item.Trail.Select(line => new TrailLine(BureauTime.Show(line.At, now.Year), line.By.Name, line.What, line.Why, Void: false))],
            End = item.End?.Text,
            Notice = notice,
            Steps = steps.Offer(item, reader, now, typed),
        };
    }

    private static ClockLine Line(OpinionClock clock, DateTimeOffset now) => new(
        ClockNames.Of(clock.Deadline.Kind), BureauTime.Show(clock.Deadline.Due, now.Year), clock.IsRunning ? "未完成" : "已完成", Tone.Waiting, [clock.Deadline.Rule, clock.Deadline.Source]);
}
