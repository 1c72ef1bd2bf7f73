using System.Text.Json;
using System.Text.Json.Serialization;
using DisclosureBot.Bureau;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Clock;
using DisclosureBot.Journal;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Issuing;

namespace DisclosureBot.Demo;

/// <summary>One demo document and what has happened to it.</summary>
public sealed record DemoSlip(
    string Drafter, string Signer, string Genre, string Attribute, string Recipients, string Title, string? Reason, string? Urgency,
    bool Normative, bool ImportantPolicy, IReadOnlyList<DemoStep> Steps);

/// <summary>A signature; a return when a reason for it is given; or what is done after the signature.</summary>
/// <param name="Does">print, register, seal or issue.</param>
public sealed record DemoStep(string By, string? Value, string? Opinion, string? Reason, string? ReturnReason, string? Does);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<DemoSlip>))]
public sealed partial class DemoJson : JsonSerializerContext;

/// <summary>At the very first start in Development, puts documents under way by the same commands that people use.</summary>
public sealed class DemoSlips(
    Drafting drafting, Workflow workflow, Registration registration, SlipCase slips, SlipRules rules, CaseJournal journal, NumberBook numbers, Roster roster, TimeProvider clock)
{
    private const int Copies = 30;

    public async Task Begin(CancellationToken stop)
    {
        var all = Read();
        var isUsed = await journal.LastCaseId($"{SlipCase.Kind}-", stop) is not null && await journal.FindOnce(Key(all[0]), stop) is null;
        if (isUsed) return;
        // A start that was cut short goes on with the next document.
        foreach (var demo in all)
            if (await journal.FindOnce(Key(demo), stop) is null)
                await Begin(demo, stop);
    }

    private static string Key(DemoSlip demo) => $"demo:{demo.Title}";

    private async Task Begin(DemoSlip demo, CancellationToken stop)
    {
        var input = new DraftInput
        {
            Secret = "no",
            Title = demo.Title,
            Genre = demo.Genre,
            Normative = demo.Normative,
            ImportantPolicy = demo.ImportantPolicy,
            Urgency = demo.Urgency,
            MainRecipients = demo.Recipients,
            Attribute = demo.Attribute,
            Reason = demo.Reason,
            Signer = demo.Signer,
        };
        var slip = Accepted(await drafting.Submit(Person(demo.Drafter), Key(demo), SlipPayload.Form(input), null, stop));
        foreach (var step in demo.Steps) slip = Accepted(await Take(slip, Person(step.By), Command(slip, step), stop));
    }

    private Task<Outcome<Slip>> Take(Slip slip, Person by, SlipCommand command, CancellationToken stop) => command is IssuingCommand.Register register
        ? registration.Register(by, slip.Id, register, null, stop)
        : workflow.Run(slips, slip.Id, present => rules.Decide(present, command, by, clock.BureauNow()), null, stop);

    private SlipCommand Command(Slip slip, DemoStep step) => step switch
    {
        { Does: "print" } => new IssuingCommand.Print(null, Copies),
        { Does: "register" } => Number(slip),
        { Does: "seal" } => new IssuingCommand.Seal(),
        { Does: "issue" } => new IssuingCommand.Issue(),
        { Does: { } unknown } => throw new InvalidOperationException($"The demo documents know no step '{unknown}'."),
        { ReturnReason: { } why } => new SlipCommand.Return(slip.Turn, why, null),
        _ => new SlipCommand.Sign(slip.Turn, SlipPayload.Form(new ReviewInput { Attribute = step.Value, Opinion = step.Opinion, Reason = step.Reason })),
    };

    /// <summary>The number the card would propose.</summary>
    private IssuingCommand.Register Number(Slip slip)
    {
        var (code, year) = (roster.DocumentCodes[slip.Content.Genre], clock.BureauNow().Year);
        return new(code, year, numbers.Last(code, year) + 1, null, new NumberLedger(0, false));
    }

    private static Slip Accepted(Outcome<Slip> outcome) =>
        outcome is { State: { } slip, Refusal: null } ? slip : throw new InvalidOperationException($"Demo document refused: {outcome.Refusal?.Text}");

    private Person Person(string id) => roster.Find(id) ?? throw new InvalidOperationException($"The demo documents need the demo bureau; '{id}' is not in the roster.");

    private static IReadOnlyList<DemoSlip> Read()
    {
        using var stream = typeof(DemoSlips).Assembly.GetManifestResourceStream("demo-slips.json")!;
        return JsonSerializer.Deserialize(stream, DemoJson.Default.IReadOnlyListDemoSlip)!;
    }
}
