using System.Globalization;

namespace DisclosureBot.Cards.Steps;

/// <summary>The buttons of a case's steps, each carrying what <see cref="StepClick.Read"/> needs.</summary>
internal static class StepButtons
{
    /// <summary>A step, as <see cref="StepClick.Read"/> knows it again.</summary>
    public static ExecuteAction Act(string caseId, StepForm form)
    {
        var data = Data(caseId, form.Round);
        if (form.About is { } about)
            data["about"] = about;
        return new(form.Button, form.Verb, data);
    }

    /// <summary>Tells the radio buttons of one form from those of all others on the page.</summary>
    /// <param name="about">What the form is about; several forms of one kind can stand on a card.</param>
    public static string Scope(string caseId, long round, string? about = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{caseId}.{round}{(about is null ? "" : "." + about)}");

    /// <summary>The case travels as <c>slip</c>, whatever its kind: lists and the desk open every case by that name.</summary>
    public static Dictionary<string, string> Data(string caseId, long round) => new(StringComparer.Ordinal)
    {
        ["slip"] = caseId,
        ["turn"] = round.ToString(CultureInfo.InvariantCulture),
    };
}
