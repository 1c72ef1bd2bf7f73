using DisclosureBot.Bureau;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Cards.Steps;
using DisclosureBot.Journal;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Consulting;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Expediting;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Interpretation;
using DisclosureBot.Slips.Issuing;
using DisclosureBot.Slips.PaperSigning;
using DisclosureBot.Slips.Publishing;
using DisclosureBot.Slips.Steps;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Slips;

/// <summary>What the stories of files, interpretation, issue and paper have in common: short ways to the state they start from.</summary>
internal static class StepStory
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.FromHours(8));
    public static readonly DateOnly Today = new(2026, 11, 23);

    /// <summary>No number has been given, or the next would be <paramref name="last"/> + 1.</summary>
    public static IssuingCommand.Register Number(int? sequence = 1, string? code = "楚商发", int? year = 2026, string? gap = null, int last = 0, bool taken = false) =>
        new(code, year, sequence, gap, new NumberLedger(last, taken));

    public static FileCommand.Add File(FileRole role, string id, string? name = null, string? sha = null) =>
        new(id, role, name ?? $"{FileRoles.Name(role)}.docx", "application/octet-stream", 1024, sha ?? id.PadRight(64, '0'));

    public static DraftForm Normative(string signer = "gaoyuan") => SlipStory.Form(signer: signer) with { Normative = true };

    /// <summary>Drafted by 李映禾, a plan uploaded and filed.</summary>
    public static SlipStory Filed(this SlipStory story, DraftForm? form = null) => story.Draft(form ?? Normative()).WithPlan();

    /// <summary>Uploads a plan and files it, as the drafter.</summary>
    public static SlipStory WithPlan(this SlipStory story) => story
        .Do(story.Now.Drafter.Id, File(FileRole.InterpretationPlan, "plan-1")).Do(story.Now.Drafter.Id, new InterpretationCommand.FilePlan("plan-1"));

    /// <summary>Through all three desks.</summary>
    public static SlipStory Signed(this SlipStory story, DisclosureAttribute value = DisclosureAttribute.Public) =>
        story.Sign("pulan", value).Sign("zhoulin", value).Sign("gaoyuan", value);

    public static SlipStory Printed(this SlipStory story) => story.Do("liying", new IssuingCommand.Print(null, 50));

    public static SlipStory Issued(this SlipStory story) => story.Printed()
        .Do("zhoulin", Number()).Do("zhoulin", new IssuingCommand.Seal()).Do("zhoulin", new IssuingCommand.Issue());

    /// <summary>A fact that other rules decide; here it simply happened.</summary>
    public static SlipStory Happened(this SlipStory story, params SlipEvent[] facts)
    {
        foreach (var fact in facts) story.Suffer(fact);
        return story;
    }

    public static PublishingEvent.HandedOver HandedOver(params string[] files) => new(new Who("liying", "李映禾(演示)"), Noon, files, ["luoqing", "jiwen"]);

    public static PublishingEvent.Published Published(DateTimeOffset? when = null) => new(
        new Who("luoqing", "罗青砚(演示)"), Noon, "https://example.org/1", ["局网站"], when ?? Noon.AddHours(-3), null, DemoBureau.Clocks.Interpretation(Today, Noon), null);

    public static PublishingEvent.SecrecyReviewed Reviewed(string file, bool cleared = true) =>
        new(new Who("zhoulin", "周临溪(演示)"), Noon.AddHours(-6), file, cleared, "不涉及国家秘密、工作秘密");

    /// <summary>The families that are offered beside and after the signatures, with a number book that has heard nothing.</summary>
    public static SlipSteps Families(Roster? roster = null)
    {
        var (people, clocks, settings) = (roster ?? DemoBureau.Roster, DemoBureau.Clocks, PublishingSettings.Usual);
        var numbers = new NumberBook(new CaseJournal(new NoDatabase(), "none"), people, TimeProvider.System);
        return new SlipSteps([new PaperSteps(people, clocks), new InterpretationSteps(people, clocks, settings), new IssuingSteps(people, clocks, numbers), new FileSteps(people), new ConsultingSteps(people), new ExpediteSteps(people, clocks)]);
    }

    public static IReadOnlyList<StepForm> Offered(this SlipStory story, string person) =>
        Families().Offer(story.Now, DemoBureau.Person(person), Noon);

    /// <summary>The steps of the way itself; what may be asked of colleagues, and 催办, stand beside it.</summary>
    public static string Verbs(this SlipStory story, string person) =>
        string.Join(' ', story.Offered(person).Where(form => form.Verb != StepVerbs.Urge && !StepVerbs.WithColleagues.Contains(form.Verb, StringComparer.Ordinal)).Select(form => form.Verb["step.".Length..]));

    public static void Refuses(this SlipStory story, string actor, SlipCommand command, RefusalKind kind, string saying)
    {
        var refusal = story.Refused(actor, command);
        Assert.Equal(kind, refusal.Kind);
        Assert.Contains(saying, refusal.Text, StringComparison.Ordinal);
    }

    /// <summary>Done once; the same click again does nothing.</summary>
    public static SlipStory Twice(this SlipStory story, string actor, SlipCommand command)
    {
        story.Do(actor, command).Nothing(actor, command);
        return story;
    }

    /// <summary>A number book only proposes; these tests give it nothing to read.</summary>
    private sealed class NoDatabase : ISqlDialect
    {
        public string Migrations => "";

        public bool IsShared => throw new NotSupportedException();

        public Task Tell(string channel, CancellationToken stop) => throw new NotSupportedException();

        public Task Listen(string channel, Action heard, CancellationToken stop) => throw new NotSupportedException();

        public DisclosureBot.Journal.Searching.WordIndex Words => throw new NotSupportedException();

        public string By(string index) => throw new NotSupportedException();

        public string OneOf(string column, string values) => throw new NotSupportedException();

        public string Listed(string values) => throw new NotSupportedException();

        public Task<string> Backup(string directory, CancellationToken stop) => throw new NotSupportedException();

        public System.Data.Common.DbConnection ForMigrations() => throw new NotSupportedException();

        public Task<System.Data.Common.DbConnection> Open(CancellationToken stop) => throw new NotSupportedException();

        public Task<WriteScope> BeginWrite(CancellationToken stop) => throw new NotSupportedException();
    }
}
