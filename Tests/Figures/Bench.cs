using DisclosureBot.Bureau;
using DisclosureBot.Calendar;
using DisclosureBot.Clock;
using DisclosureBot.Figures;
using DisclosureBot.Figures.Workbook;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Changes;
using DisclosureBot.Slips.Issuing;
using DisclosureBot.Slips.Publishing;
using DisclosureBot.Tests.Support;

namespace DisclosureBot.Tests.Figures;

/// <summary>One slip under the rules, at any times, with all its facts kept.</summary>
internal sealed class Tale(string id, DateTimeOffset at)
{
    private static readonly SlipRules Rules = new(DemoBureau.Roster, DemoBureau.Clocks);

    public List<SlipEvent> Facts { get; } = [];

    public Slip? Slip { get; private set; }

    public Slip Now => Slip!;

    public DateTimeOffset At { get; private set; } = at;

    public Tale On(string local)
    {
        At = Bench.At(local);
        return this;
    }

    public Tale Later(TimeSpan time)
    {
        At += time;
        return this;
    }

    public bool Try(string actor, SlipCommand command)
    {
        if (Rules.Decide(Slip, command, DemoBureau.Person(actor), At) is not Decision<SlipEvent>.Accepted { Events: { Count: > 0 } facts }) return false;
        foreach (var fact in facts) Given(fact);
        return true;
    }

    public Tale Do(string actor, SlipCommand command) => Try(actor, command) ? this : throw new InvalidOperationException($"{command} was refused.");

    public Tale Given(SlipEvent fact)
    {
        Facts.Add(fact);
        Slip = Slip.Evolve(Slip, fact);
        return this;
    }

    public Tale Draft(string drafter = "liying", DisclosureAttribute attribute = DisclosureAttribute.Public, string title = "关于做好冬季保供工作的通知", bool policy = false) => Do(drafter, new SlipCommand.Draft(
        id, id["slip-".Length..], $"form-{id}", new DraftForm(false, title, "通知", Normative: false, policy, "平件", "各县市商务局", attribute, "《条例》第十六条第二款:过程性信息", "16.2", "gaoyuan")));

    public Tale Sign(DisclosureAttribute? value = null) => Do(Desk, Signing(value ?? Now.Asked));

    public string Desk => Desks.At(Now.Stage, Now, DemoBureau.Roster)[0].Id;

    public SlipCommand Signing(DisclosureAttribute value) => new SlipCommand.Sign(Now.Turn, new(value, null, "《条例》第十五条:商业秘密", "15"));

    public SlipCommand Returning() => new SlipCommand.Return(Now.Turn, "附件与正文不一致", Stage.SectionHead);

    public Tale Printed() => Given(new IssuingEvent.Printed(Now.Drafter, At, BureauTime.Day(At), 10,
        Now.Attribute == DisclosureAttribute.NotDisclosed ? null : DemoBureau.Clocks.Handover(BureauTime.Day(At), false, At)));

    public Tale HandedOver() => Given(new PublishingEvent.HandedOver(Now.Drafter, At, [], ["luoqing"]));

    public Tale Received() => Given(new PublishingEvent.Received(Who.Of(DemoBureau.Person("luoqing")), At, DemoBureau.Clocks.Publication(BureauTime.Day(At), At)));

    public Tale Published() => Given(new PublishingEvent.Published(Who.Of(DemoBureau.Person("luoqing")), At, "https://swj.example.cn/1", ["局网站"], At, null,
        Now is { NeedsInterpretation: true, Interpretation.Released: null } ? DemoBureau.Clocks.Interpretation(BureauTime.Day(At), At) : null, null));

    public Tale Changed(DisclosureAttribute to) => Given(new AttributeChanged(Who.Of(DemoBureau.Person("gaoyuan")), At, Now.Attribute!.Value, to, "理由", null,
        to == DisclosureAttribute.NotDisclosed ? null : DemoBureau.Clocks.HandoverAfterChange(BureauTime.Day(At), false, At)));
}

/// <summary>Counts tales as the program does, without a journal.</summary>
internal static class Bench
{
    private static readonly BureauCalendar Calendar = new Calendars(CalendarSettings.Default).Present;

    /// <summary>Bureau time.</summary>
    public static DateTimeOffset At(string local) => new(DateTime.Parse(local, null), TimeSpan.FromHours(8));

    public static Tale Tale(int number, string at) => new($"slip-2026-{number:D7}", At(at));

    public static FigureFacts Read(Period period, string now, IEnumerable<IReadOnlyList<SlipEvent>> slips, Func<Slip, bool>? mayName = null)
    {
        var facts = new FigureFacts(period, At(now) < period.To ? At(now).AddTicks(1) : period.To);
        var reader = new SlipReader(facts, Calendar.WorkingTime, mayName ?? (_ => true));
        foreach (var slip in slips) reader.Read(slip);
        return facts;
    }

    public static BureauFigures Count(FigureFacts facts, IReadOnlyList<Section>? sections = null) => FigureCount.Of(facts, DemoBureau.Roster.BureauName, sections ?? DemoBureau.Roster.Sections);

    public static BureauFigures Count(Period period, string now, params Tale[] tales) => Count(Read(period, now, tales.Select(tale => tale.Facts)));

    public static byte[] Print(FigureFacts facts, IReadOnlyList<Section>? sections = null) =>
        FigureWorkbook.Write(Count(facts, sections), facts, DemoBureau.Roster.BureauName, At("2026-12-01T09:00"));
}
