using DisclosureBot.Bureau;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Cards.Steps;
using DisclosureBot.Clock;
using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Opinions.Response;
using DisclosureBot.Slips.Files;

namespace DisclosureBot.Opinions;

/// <summary>Makes what one person sees of an item: the same facts for all, the steps only for whom they are.</summary>
public sealed class OpinionViews(OpinionSteps steps, ReportAddress report, OpinionFileAddress files, Roster roster, TimeProvider clock)
{
    /// <param name="reader">A person, or the section's own chat (<see cref="OpinionGroup.Reader"/>), which offers nothing but 我来处理.</param>
    public OpinionView Of(OpinionItem item, Person reader, Notice? notice = null, StepClick? typed = null)
    {
        item = Unreleased.For(item, reader);
        var now = clock.BureauNow();
        return new()
        {
            Case = item.Id,
            Number = item.Number,
            Headline = item.Story.Headline,
            DrillSpeed = item.Drill?.Speed,
            Status = OpinionStatus.Of(item),
            StatusTone = OpinionTones.OfStatus(item),
            Gravity = OpinionNames.Of(item.Gravity),
            GravityTone = OpinionTones.OfGravity(item),
            IsEmergency = item.Gravity.IsEmergency(),
            Kind = item.Kind is { } kind ? OpinionNames.Of(kind) : null,
            Text = item.Story.Text,
            Place = item.Story.Place,
            OccurredOn = item.Story.OccurredAt is { } occurred ? Since(item, occurred, now) : null,
            LearntOn = Since(item, item.Story.LearntAt, now),
            Reporter = $"{item.Reporter.Name},{BureauTime.Show(item.ReportedAt, now.Year)}",
            Section = item.Section,
            Handler = item.Handler?.Name,
            Escalation = item is { IsOpen: true, Handler: null, EscalateAt: { } next } ? $"{BureauTime.Show(next, now.Year)}仍无人接手,将再向上提请" : null,
            FirstSpokesperson = item.Gravity >= Gravity.SeriousIncident ? OpinionDuties.Names(roster.Holding(Role.PrincipalLeader)) : null,
            Sources = [.. item.Sources.Select(source => new SourceLine(source.Name, source.Headline, source.Url, BureauTime.Show(source.SeenAt, now.Year)))],
            OlderSources = item.OlderSources ?? 0,
            Files = [.. item.Files.Select(file => new AttachmentLine(file.Name, FileViews.Size(file.Size), files(item, reader, file.Id)))],
            Clocks = new ClockViews(item, now).All,
            Draft = item.Draft is { } draft ? AnswerViews.Of(item, draft, now) : null,
            Releases = [.. item.Releases.Select(release => AnswerViews.Of(item, release, now))],
            Trail = [.. item.Trail.Select(line => new TrailLine(BureauTime.Show(line.At, now.Year), line.By.Name, line.What, line.Why, Void: false))],
            End = item.End is { } end ? Ended(item.Phase, end, now) : null,
            ReportUrl = report(item, reader),
            Notice = notice,
            Steps = [.. steps.Offer(item, reader, now, typed).Where(form => reader.Id != OpinionGroup.Id || form.Verb == OpinionVerbs.Take)],
        };
    }

    /// <summary>How long ago matters only while something can still be done.</summary>
    private static string Since(OpinionItem item, DateTimeOffset from, DateTimeOffset now) =>
        item.IsOpen && now >= from ? $"{BureauTime.Show(from, now.Year)}(至今{ClockText.Length(now - from)})" : BureauTime.Show(from, now.Year);

    private static EndLine Ended(OpinionPhase phase, OpinionEnd end, DateTimeOffset now) => new(
        phase switch
        {
            OpinionPhase.Closed => "评估",
            OpinionPhase.TransferredOut => "转办记录",
            OpinionPhase.Merged => "去向",
            _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, null),
        }, end.Text, $"{end.By.Name},{BureauTime.Show(end.At, now.Year)}", end.IntoId);
}
