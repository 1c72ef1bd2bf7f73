using System.Globalization;
using System.Text.RegularExpressions;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Scenarios;

/// <summary>Who was rung, for which rung of which clock, and when by the bureau's own clock: read from the alerting messages that reached Teams.</summary>
internal sealed partial class Reminders(Town town)
{
    private const string Form = "M月d日 HH:mm";
    private readonly Dictionary<string, string> _people =
        DemoBureau.Roster.People.ToDictionary(person => town.Person(person.Id).Conversation, person => person.Id, StringComparer.Ordinal);
    private readonly List<(string Slip, string Rung, string Person)> _rung = [];
    private int _seen;

    /// <summary>One line for each rung, in order: 11月26日 08:00 移交到期日:liying pulan. Who is rung twice stands there twice.</summary>
    public IReadOnlyList<string> Of(string slip) => [.. _rung.Where(one => one.Slip == slip).GroupBy(one => one.Rung)
        .Select(rung => $"{rung.Key}:{string.Join(' ', rung.Select(one => one.Person).Order(StringComparer.Ordinal))}")];

    /// <summary>What was sent before is answer to somebody's act.</summary>
    public void Begin() => _seen = town.Teams.Requests.Count;

    /// <summary>Everything that rang since; each must be a slip's reminder given just now.</summary>
    public void Take(DateTimeOffset now)
    {
        var requests = town.Teams.Requests;
        foreach (var message in requests.Skip(_seen).Where(Rings))
        {
            var card = new ReadCard(message.Body.GetProperty("attachments")[0].GetProperty("content"));
            if (Slip().Match(card.Text) is not { Success: true } slip) continue;
            var time = now.ToString(Form, CultureInfo.InvariantCulture);
            var given = Reminder().Matches(card.Text).Where(line => IsOf(line.Groups["at"].Value, now)).ToList();
            Assert.True(given.Count > 0, $"At {time} {_people[message.Conversation!]} was rung without a reminder:\n{card.Text}");
            foreach (var line in given) _rung.Add((slip.Groups["number"].Value, $"{time} {line.Groups["what"].Value}", _people[message.Conversation!]));
        }

        _seen = requests.Count;
    }

    /// <summary>The clock runs on while a slow machine works: a few minutes late is still this moment.</summary>
    private static bool IsOf(string at, DateTimeOffset now) =>
        Enumerable.Range(0, 5).Any(late => now.AddMinutes(late).ToString(Form, CultureInfo.InvariantCulture) == at);

    private static bool Rings(Received message) => message.IsSend && message.Body.TryGetProperty("channelData", out var data)
        && data.TryGetProperty("notification", out var notification) && notification.TryGetProperty("alert", out var alert) && alert.GetBoolean();

    [GeneratedRegex(@"文件审批处理签 (?<number>\d{4}-\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Slip();

    [GeneratedRegex(@"(?<at>\d+月\d+日 \d\d:\d\d)\s+系统 (?<what>\S+)提醒", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reminder();
}
