using DisclosureBot.Bureau;

namespace DisclosureBot.Opinions;

/// <summary>The answers that all rules of an item have in common.</summary>
internal static class OpinionAnswers
{
    /// <summary>Already so: a repeated click.</summary>
    public static Decision<OpinionEvent> Nothing => Accept();

    public static Decision<OpinionEvent> Accept(params OpinionEvent[] facts) => new Decision<OpinionEvent>.Accepted(facts);

    public static Refusal Invalid(string text) => new(RefusalKind.Invalid, text);

    public static Refusal Forbidden(string text) => new(RefusalKind.Forbidden, text);

    public static Refusal Stale(string text) => new(RefusalKind.Stale, text);

    /// <summary>Null while the item is open.</summary>
    public static Refusal? Ended(OpinionItem item) => item.Phase switch
    {
        OpinionPhase.Open => null,
        OpinionPhase.Merged => Stale($"{item.Number} 已{item.Trail[^1].What},请到那一条上办理。"),
        OpinionPhase.TransferredOut => Stale($"{item.Number} {item.Trail[^1].What},不能再办理。有新情况请重新上报。"),
        OpinionPhase.Closed => Stale($"{item.Number} 已由{item.End!.By.Name}办结,不能再办理。有新情况请重新上报。"),
        _ => throw new InvalidOperationException(item.Phase.ToString()),
    };

    /// <summary>Null for the keepers and the leaders (三(九): 商务运行科牵头); otherwise whose it is.</summary>
    /// <param name="what">The step, as the button calls it.</param>
    /// <param name="item">Whoever has it in hand is told how it comes to those whose step it is; null where there is no such way.</param>
    public static Refusal? NotKeeping(Person actor, Roster roster, string what, OpinionItem? item = null) =>
        OpinionDuties.KeepsOrLeads(actor) ? null
        : Forbidden($"“{what}”由{OpinionDuties.Names(OpinionDuties.Keepers(roster))}或局领导办理。{(item?.Handler?.Id == actor.Id ? "本条在您手中,请先用“记一笔”写明情况,再用“转交”交给他们。" : "")}");

    /// <summary>Reads a text that must be given; otherwise what is wrong with it.</summary>
    public static Refusal? Text(string? typed, string label, int limit, out string text)
    {
        text = Wording.Clean(typed) ?? "";
        return text.Length == 0 ? Invalid($"请填写“{label}”。") : Wording.TooLong(text, label, limit);
    }

    /// <summary>Reads a text that may be left out.</summary>
    public static Refusal? Optional(string? typed, string label, int limit, out string? text)
    {
        text = Wording.Clean(typed);
        return Wording.TooLong(text, label, limit);
    }
}
