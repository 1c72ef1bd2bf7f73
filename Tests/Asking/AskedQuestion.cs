using System.Text.RegularExpressions;
using DisclosureBot.Asking;
using DisclosureBot.Bureau;
using DisclosureBot.Tests.Support;

namespace DisclosureBot.Tests.Asking;

/// <summary>One line of a list of questions: who asks, what, and what should come of it.</summary>
/// <param name="Expected">As the head of the list explains it.</param>
/// <param name="IsKnownMiss">The line says that it is not answered rightly yet.</param>
internal sealed partial record AskedQuestion(int Line, string Who, string Text, string Expected, bool IsKnownMiss)
{
    public string Person => DemoBureau.Roster.People.Single(person => person.Name.StartsWith(Who, StringComparison.Ordinal)).Id;

    public string Name => $"第{Line}行 {Who}:{Text} → {Expected}";

    public static IReadOnlyList<AskedQuestion> Read(string file) =>
    [
        .. File.ReadLines(Path.Combine(Repository.Tests, "Asking", file)).Select((line, place) => (Cells: line.Split('|'), Line: place + 1))
            .Where(row => row.Cells is [_, _, _, _, ..] && row.Cells[1].Trim() is not ("谁问" or "" or "---"))
            .Select(row => new AskedQuestion(row.Line, row.Cells[1].Trim(), row.Cells[2].Trim(), row.Cells[3].Trim(), row.Cells is [_, _, _, _, var note, ..] && note.Contains("已知未达", StringComparison.Ordinal))),
    ];

    /// <summary>Null where the answer is as expected, or what came instead.</summary>
    public string? Wrong(Answered answered)
    {
        var parts = Expected.Split(';', ';');
        var shown = string.Join('、', answered.Cases.Order(StringComparer.Ordinal));
        var wanted = string.Join('、', Numbers().Matches(parts[0]).Select(match => match.Value).Order(StringComparer.Ordinal));
        var right = parts[0].Split(' ')[0] switch
        {
            "找到" => shown == wanted,
            "含" => Numbers().Matches(parts[0]).All(match => answered.Cases.Contains(match.Value, StringComparer.Ordinal)),
            "没有" => answered is { IsFound: true, Cases: [] },
            "追问" => answered is { IsFound: false, Cases: [], View.FollowUps.Count: >= 2 },
            "招呼" => answered is { IsFound: true, Cases: [], Question.Intent: Intent.Unclear, View.FollowUps.Count: >= 2 },
            var unknown => throw new InvalidOperationException($"第{Line}行的应答“{unknown}”看不懂。"),
        };
        var said = answered.View.Title + string.Concat(answered.View.Sentences) + string.Concat(answered.View.Items.Select(item => item.Line));
        var unsaid = parts.Skip(1).SelectMany(part => part.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1)).Where(word => !said.Contains(word, StringComparison.Ordinal)).ToList();
        return right && unsaid.Count == 0 ? null : $"{answered.Question.Intent} {(answered.IsFound ? "" : "追问 ")}{shown}{(unsaid.Count > 0 ? $" 没说“{string.Join('、', unsaid)}”:{said}" : "")}";
    }

    [GeneratedRegex("[舆演]?20[0-9]{2}-[0-9]{4}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbers();
}
