using System.Globalization;
using DisclosureBot.Asking;
using DisclosureBot.Bureau;
using DisclosureBot.Calendar;
using DisclosureBot.Channel;
using DisclosureBot.Chat;
using DisclosureBot.Clock;
using DisclosureBot.Journal;
using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Alarm;
using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Opinions.Handling;
using DisclosureBot.Opinions.Intake;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Consulting;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Interpretation;
using DisclosureBot.Slips.Issuing;
using DisclosureBot.Slips.Publishing;
using DisclosureBot.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DisclosureBot.Tests.Asking;

/// <summary>The demo bureau on Wednesday 25 November 2026, 10:00: a real journal with the documents of <see cref="AskedDocuments"/>, made by the rules alone.</summary>
public sealed class AskedBureau : IAsyncLifetime
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("asking-");
    private readonly SetClock _clock = new();
    private readonly Dictionary<string, int> _sequences = new(StringComparer.Ordinal);
    private ServiceProvider _services = null!;
    private Workflow _workflow = null!;
    private SlipCase _slips = null!;
    private SlipRules _rules = null!;

    public static Roster Roster => DemoBureau.Roster;

    public static DateTimeOffset Now { get; } = new(2026, 11, 25, 10, 0, 0, BureauTime.Offset);

    internal Answerer Answerer => _services.GetRequiredService<Answerer>();

    internal CaseJournal Journal => _services.GetRequiredService<CaseJournal>();

    public async ValueTask InitializeAsync()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:Journal"] = $"Data Source={_directory.FullName}/journal.db",
        }).Build();
        _services = new ServiceCollection().AddLogging().AddSingleton(Roster).AddSingleton(PublishingSettings.Read(configuration)).AddSingleton<TimeProvider>(_clock)
            .AddJournal(configuration, Roster.BureauId).AddCalendar(configuration).AddSlips().AddOpinions(configuration).AddSingleton<Sight>().AddAsking()
            .AddSingleton(provider => new CaseFaces(Faces(provider))).BuildServiceProvider();
        Journal.Prepare();
        (_workflow, _slips, _rules) = (_services.GetRequiredService<Workflow>(), _services.GetRequiredService<SlipCase>(), _services.GetRequiredService<SlipRules>());
        foreach (var document in AskedDocuments.Slips) await Make(document);
        await MakeItems();
        _clock.Now = Now;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _directory.Delete(recursive: true);
    }

    public Task<Answered> Ask(string person, string question) => Answerer.Answer(DemoBureau.Person(person), question, TestContext.Current.CancellationToken);

    /// <summary>The two kinds that are asked about; what their cards would need is not here.</summary>
    private static IEnumerable<ICaseFace> Faces(IServiceProvider provider) =>
        [new Face<Slip, SlipEvent>(provider.GetRequiredService<SlipCase>(), Desks.MaySee), new Face<OpinionItem, OpinionEvent>(provider.GetRequiredService<OpinionCase>(), OpinionDuties.MaySee)];

    private async Task Make(AskedDocument document)
    {
        var number = AskedDocuments.Slips.ToList().IndexOf(document) + 1;
        var id = string.Create(CultureInfo.InvariantCulture, $"slip-2026-{number:D7}");
        _clock.Now = At(document.Submitted);
        var form = new DraftForm(false, document.Title, document.Genre, document.Normative, false, "平件", "各县市商务局", document.Attribute,
            document.Attribute == DisclosureAttribute.Public ? null : "属于内部过程性信息", document.Attribute == DisclosureAttribute.NotDisclosed ? "16-2" : null, document.Signer);
        var slip = await Do(id, document.Drafter, new SlipCommand.Draft(id, string.Create(CultureInfo.InvariantCulture, $"2026-{number:D4}"), id, form), null);
        foreach (var step in document.Steps.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (name, when) = (step.Split('@')[0], step.Split('@')[1]);
            _clock.Now = At(when);
            foreach (var (by, command) in Commands(name, slip, document)) slip = await Do(id, by, command(slip), slip);
        }
    }

    private IEnumerable<(string? By, Func<Slip, SlipCommand> Command)> Commands(string name, Slip slip, AskedDocument document)
    {
        var operations = slip.Drafter.Id == "luoqing" ? "jiwen" : "luoqing";
        return name switch
        {
            "签" => [(Desk(slip), now => new SlipCommand.Sign(now.Turn, new SignForm(now.Asked, null, "同前", document.Attribute == DisclosureAttribute.NotDisclosed ? "16-2" : null)))],
            "退" => [(Desk(slip), now => new SlipCommand.Return(now.Turn, "附件二的数据与正文不一致", null))],
            "不签" => [(Desk(slip), now => new SlipCommand.Decline(now.Turn, "资金渠道尚未落实"))],
            "询" => [(slip.Drafter.Id, _ => new ConsultingCommand.Ask(ConsultationKind.Opinion, ["shenxi"], "是否可行", Waits: false))],
            "撤" => [(slip.Drafter.Id, now => new SlipCommand.Withdraw(now.Turn))],
            "方案" => [(slip.Drafter.Id, _ => File(FileRole.InterpretationPlan)), (slip.Drafter.Id, now => new InterpretationCommand.FilePlan(now.Current(FileRole.InterpretationPlan)!.Id)), ("qiwen", _ => new InterpretationCommand.ConfirmPolicy(true, true, null))],
            "印" => [(slip.Drafter.Id, _ => new IssuingCommand.Print(null, 30))],
            "登" => [("zhoulin", _ => Number(document))],
            "章" => [("zhoulin", _ => new IssuingCommand.Seal())],
            "发" => [("zhoulin", _ => new IssuingCommand.Issue())],
            "交" => [(slip.Drafter.Id, _ => File(FileRole.Document)), (slip.Drafter.Id, _ => new PublishingCommand.HandOver())],
            "收" => [(operations, _ => new PublishingCommand.Receive())],
            "密" => [.. Publishable.Unreviewed(slip).Select(file => ((string?)PublishingDesks.Reviewers(slip, file, Roster)[0].Id, (Func<Slip, SlipCommand>)(_ => new PublishingCommand.ReviewSecrecy(file.Id, true, PublishingRules.UsualBasis))))],
            "布" => [(operations, _ => new PublishingCommand.Publish("https://swj.example.cn/1.html", ["局网站"], null, null)), (null, _ => new PublishingCommand.RecordAddress("https://swj.example.cn/1.html", AddressCheck.Found, null))],
            "档" => [(null, now => new PublishingCommand.Archive($"package-{now.Id}", new string('a', 64), 1))],
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
        };
    }

    private static string Desk(Slip slip) => Desks.At(slip.Stage, slip, Roster)[0].Id;

    private static FileCommand.Add File(FileRole role) => new($"file-{Guid.NewGuid():N}", role, $"{FileRoles.Name(role)}.docx", "application/octet-stream", 1, Convert.ToHexStringLower(Guid.NewGuid().ToByteArray()).PadRight(64, '0'));

    private IssuingCommand.Register Number(AskedDocument document)
    {
        var code = document.Normative ? "楚商规" : document.Genre switch { "函" => "楚商函", "报告" => "楚商报", "通报" => "楚商通", _ => "楚商发" };
        var last = _sequences.GetValueOrDefault(code);
        _sequences[code] = last + 1;
        return new(code, 2026, last + 1, null, new NumberLedger(last, false));
    }

    private async Task<Slip> Do(string id, string? by, SlipCommand command, Slip? before)
    {
        var outcome = await _workflow.Run(_slips, id, slip => _rules.Decide(slip, command, by is null ? null : DemoBureau.Person(by), _clock.GetUtcNow().ToOffset(BureauTime.Offset)), null, TestContext.Current.CancellationToken);
        Assert.True(outcome is { Refusal: null, Committed: true }, $"{before?.Content.Title} {command.GetType().Name} by {by}: {outcome.Refusal?.Text}");
        return outcome.State!;
    }

    private async Task MakeItems()
    {
        var (items, rules) = (_services.GetRequiredService<OpinionCase>(), _services.GetRequiredService<OpinionRules>());
        foreach (var (item, place) in AskedDocuments.Items.Select((item, place) => (item, place)))
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"opinion-2026-{place + 1:D7}");
            var at = At(item.Reported);
            var source = new OpinionSource(id, item.Source, item.Headline, null, at.AddMinutes(-20));
            await Run(item.Reporter, new IntakeCommand.Report(id, OpinionCase.Number(2026, place + 1, false), id, new(item.Headline, "已有跟帖", "楚雄市", null, at.AddMinutes(-10)), source, false, null, [], null));
            foreach (var (by, command) in item.Steps) await Run(by, command);

            async Task Run(string by, OpinionCommand command)
            {
                var outcome = await _workflow.Run(items, id, now => rules.Decide(now, command, DemoBureau.Person(by), at = at.AddMinutes(5)), null, TestContext.Current.CancellationToken);
                Assert.True(outcome is { Refusal: null, Committed: true }, $"{item.Headline} {command.GetType().Name}: {outcome.Refusal?.Text}");
            }
        }
    }

    /// <summary>1123 0930: month, day, hour, minute of 2026, bureau time.</summary>
    private static DateTimeOffset At(string when) => new(DateTime.ParseExact("2026" + when.Replace(" ", "", StringComparison.Ordinal), "yyyyMMddHHmm", CultureInfo.InvariantCulture), BureauTime.Offset);

    /// <summary>Stands at the moment it was set to, forwards or back.</summary>
    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = AskedBureau.Now;

        public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
    }

    private sealed class Face<TState, TEvent>(CaseKind<TState, TEvent> kind, Func<TState, Person, bool> maySee) : ICaseFace
        where TState : class
    {
        public string Kind => kind.Name;

        public bool MaySee(StoredCase stored, Person person) => kind.Read(stored) is { } state && maySee(state, person);

        public Task<(Message Message, long Version)> Of(string caseId, Person person, bool alert, CancellationToken stop) => throw new NotSupportedException();

        public Task<Message> Moved(string caseId, CancellationToken stop) => throw new NotSupportedException();

        public string Rebuild(IEnumerable<StoredEvent> events) => kind.Rebuild(events);

        public Listing List(string state) => kind.List(state);

        public Task Fire(DueTimer timer, CancellationToken stop) => throw new NotSupportedException();
    }
}
