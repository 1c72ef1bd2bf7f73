using System.Globalization;

namespace DisclosureBot.Cards.Slips;

/// <summary>The buttons of a slip, each carrying what <see cref="SlipClick.Read"/> needs.</summary>
internal static class SlipButtons
{
    public static ExecuteAction Act(string title, string verb, string slip, long turn) => new(title, verb, Data(slip, turn));

    public static ExecuteAction Agree(Choice agreed, string slip, long turn)
    {
        var data = Data(slip, turn);
        data["attribute"] = agreed.Value;
        return new(agreed.Title, SlipVerbs.Sign, data);
    }

    /// <summary>A step, as <see cref="StepClick.Read"/> knows it again.</summary>
    public static ExecuteAction Step(string slip, StepForm form)
    {
        var data = Data(slip, form.Round);
        if (form.About is { } about)
            data["about"] = about;
        return new(form.Button, form.Verb, data);
    }

    /// <summary>The slip's files; <paramref name="from"/> counts the newest ones to be passed over.</summary>
    public static ExecuteAction Files(string title, string slip, int from = 0)
    {
        var data = new Dictionary<string, string>(StringComparer.Ordinal) { ["slip"] = slip };
        if (from > 0)
            data["from"] = from.ToString(CultureInfo.InvariantCulture);
        return new(title, SlipVerbs.Files, data) { AssociatedInputs = "none" };
    }

    /// <summary>撤回 and 收回签署 must go through whatever stands in the inputs.</summary>
    public static ExecuteAction Undo(string title, string verb, string slip, long turn) =>
        Act(title, verb, slip, turn) with { AssociatedInputs = "none" };

    public static ExecuteAction Show(string title, string slip) =>
        new(title, SlipVerbs.Show, new Dictionary<string, string>(StringComparer.Ordinal) { ["slip"] = slip }) { AssociatedInputs = "none" };

    /// <summary>Tells the radio buttons of one form from those of all others on the page.</summary>
    /// <param name="about">The file that the form is about; several forms of one kind can stand on a card.</param>
    public static string Scope(string slip, long turn, string? about = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{slip}.{turn}{(about is null ? "" : "." + about)}");

    private static Dictionary<string, string> Data(string slip, long turn) => new(StringComparer.Ordinal)
    {
        ["slip"] = slip,
        ["turn"] = turn.ToString(CultureInfo.InvariantCulture),
    };
}
