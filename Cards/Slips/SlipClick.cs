using System.Text.Json;
using DisclosureBot.Cards.Steps;

namespace DisclosureBot.Cards.Slips;

/// <summary>What a click on a slip's card asks for, as read from its payload. Nothing in it is trusted.</summary>
public abstract record SlipClick
{
    private const long MostPassedOver = 10_000;

    private SlipClick() { }

    /// <summary>提交 on the drafting card.</summary>
    public sealed record Draft(string Key, DraftInput Input) : SlipClick;

    /// <summary>The agreed statement's button, or 签署.</summary>
    public sealed record Sign(string Slip, long Turn, ReviewInput Input) : SlipClick;

    /// <summary>退回修改.</summary>
    public sealed record Return(string Slip, long Turn, ReviewInput Input) : SlipClick;

    /// <summary>不予签发.</summary>
    public sealed record Decline(string Slip, long Turn, ReviewInput Input) : SlipClick;

    /// <summary>修改后重新提交.</summary>
    public sealed record Resubmit(string Slip, long Turn, DraftInput Input) : SlipClick;

    /// <summary>撤回.</summary>
    public sealed record Withdraw(string Slip, long Turn) : SlipClick;

    /// <summary>收回签署.</summary>
    public sealed record TakeBack(string Slip, long Turn) : SlipClick;

    /// <summary>Open or refresh: show the slip as it now stands.</summary>
    public sealed record Show(string Slip) : SlipClick;

    /// <summary>文件: every version of every file, the newest first.</summary>
    /// <param name="From">How many of the newest to pass over; 0 begins with the newest.</param>
    public sealed record Files(string Slip, int From = 0) : SlipClick;

    /// <summary>同事协办: whom to ask, tell or give it to.</summary>
    public sealed record Colleagues(string Slip) : SlipClick;

    /// <summary>Null where the verb is not a slip's or the payload is malformed; never throws, whatever the JSON.</summary>
    public static SlipClick? Read(string verb, JsonElement data) => Payload.Read(data, payload => Read(verb, payload));

    private static SlipClick? Read(string verb, Payload data) => verb switch
    {
        SlipVerbs.Draft => Drafting(data),
        SlipVerbs.Sign => new Sign(CaseOf(data), TurnOf(data), Reviewed(data)),
        SlipVerbs.Return => new Return(CaseOf(data), TurnOf(data), Reviewed(data)),
        SlipVerbs.Decline => new Decline(CaseOf(data), TurnOf(data), Reviewed(data)),
        SlipVerbs.Resubmit => new Resubmit(CaseOf(data), TurnOf(data), Drafted(data, Scope(data))),
        SlipVerbs.Withdraw => new Withdraw(CaseOf(data), TurnOf(data)),
        SlipVerbs.TakeBack => new TakeBack(CaseOf(data), TurnOf(data)),
        SlipVerbs.Show => new Show(CaseOf(data)),
        SlipVerbs.Files => new Files(CaseOf(data), data.Text("from") is null ? 0 : (int)Math.Min(data.Number("from"), MostPassedOver)),
        SlipVerbs.Colleagues => new Colleagues(CaseOf(data)),
        _ => null,
    };

    private static Draft Drafting(Payload data)
    {
        var key = data.Required("form");
        return new(key, Drafted(data, key));
    }

    private static string CaseOf(Payload data) => data.Required("slip");

    private static long TurnOf(Payload data) => data.Number("turn");

    private static string Scope(Payload data) => StepButtons.Scope(CaseOf(data), TurnOf(data));

    private static ReviewInput Reviewed(Payload data)
    {
        // The one-tap button names its attribute itself; what a client gathered beside it does not count.
        var agreed = data.Text("attribute");
        var scope = Scope(data);
        var other = data.Chosen("otherAttribute", scope);
        var reason = data.Text("reason", Payload.Typed);
        var ground = data.Text("ground");
        return new()
        {
            Opinion = data.Text("opinion", Payload.Typed),
            Attribute = agreed ?? other,
            Reason = agreed is null ? reason : null,
            Ground = agreed is null ? ground : null,
            Signer = data.Text("signer"),
            GenreOk = data.Ticked("genreOk", otherwise: true),
            FormatOk = data.Ticked("formatOk", otherwise: true),
            ImportantPolicy = data.Text("importantPolicy") is null ? null : data.Ticked("importantPolicy"),
            ReturnReason = data.Text("returnReason", Payload.Typed),
            ResumeAt = data.Chosen("resumeAt", scope),
            DeclineReason = data.Text("declineReason", Payload.Typed),
        };
    }

    private static DraftInput Drafted(Payload data, string scope) => new()
    {
        Secret = data.Chosen("secret", scope),
        Title = data.OneLine("title"),
        Genre = data.Text("genre"),
        Normative = data.Ticked("normative"),
        ImportantPolicy = data.Ticked("importantPolicy"),
        OnBehalf = data.Ticked("onBehalf"),
        PreDecision = data.Ticked("preDecision"),
        Urgency = data.Text("urgency"),
        MainRecipients = data.OneLine("mainRecipients"),
        Attribute = data.Chosen("attribute", scope),
        Reason = data.Text("reason", Payload.Typed),
        Ground = data.Text("ground"),
        Signer = data.Text("signer"),
    };
}
