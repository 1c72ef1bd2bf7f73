using System.Globalization;
using DisclosureBot.Cards.Steps;

namespace DisclosureBot.Cards.Slips;

/// <summary>The buttons of a slip, each carrying what <see cref="SlipClick.Read"/> needs.</summary>
internal static class SlipButtons
{
    public static ExecuteAction Act(string title, string verb, string slip, long turn) => new(title, verb, StepButtons.Data(slip, turn));

    public static ExecuteAction Agree(Choice agreed, string slip, long turn)
    {
        var data = StepButtons.Data(slip, turn);
        data["attribute"] = agreed.Value;
        return new(agreed.Title, SlipVerbs.Sign, data);
    }

    /// <summary>The slip's files; <paramref name="from"/> counts the newest ones to be passed over.</summary>
    public static ExecuteAction Files(string title, string slip, int from = 0)
    {
        var data = new Dictionary<string, string>(StringComparer.Ordinal) { ["slip"] = slip };
        if (from > 0)
            data["from"] = from.ToString(CultureInfo.InvariantCulture);
        return new(title, SlipVerbs.Files, data) { AssociatedInputs = "none" };
    }

    /// <summary>Opens what can be asked of colleagues on a card of its own.</summary>
    public static ExecuteAction Colleagues(string slip) =>
        new("同事协办…", SlipVerbs.Colleagues, new Dictionary<string, string>(StringComparer.Ordinal) { ["slip"] = slip }) { AssociatedInputs = "none" };

    /// <summary>撤回 and 收回签署 must go through whatever stands in the inputs.</summary>
    public static ExecuteAction Undo(string title, string verb, string slip, long turn) =>
        Act(title, verb, slip, turn) with { AssociatedInputs = "none" };

    public static ExecuteAction Show(string title, string slip) =>
        new(title, SlipVerbs.Show, new Dictionary<string, string>(StringComparer.Ordinal) { ["slip"] = slip }) { AssociatedInputs = "none" };
}
