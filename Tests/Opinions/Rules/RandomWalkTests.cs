using System.Globalization;
using System.Text.Json;
using DisclosureBot.Bureau;
using DisclosureBot.Cards.Steps;
using DisclosureBot.Clock;
using DisclosureBot.Journal;
using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Alarm;
using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Opinions.Emergency;
using DisclosureBot.Opinions.Handling;
using DisclosureBot.Opinions.Intake;
using DisclosureBot.Opinions.Response;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Opinions.Rules;

/// <summary>Many items on which people press and type at random: nothing throws, no offered step is refused to whom it is offered, and the facts alone give the state.</summary>
public sealed class RandomWalkTests
{
    private const int Walks = 120;
    private const int Steps = 60;
    private static readonly OpinionCase Case = new(DemoBureau.Roster);

    [Fact]
    public void However_people_press_the_rules_keep_their_promises()
    {
        var seen = new HashSet<Type>();
        for (var seed = 0; seed < Walks; seed++) seen.UnionWith(new Walk(seed).Run().Select(fact => fact.GetType()));
        // All 20 kinds of facts came about, and all went through the journal's JSON.
        var all = typeof(OpinionEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(OpinionEvent)) && !type.IsAbstract).ToList();
        Assert.Equal(20, all.Count);
        Assert.Equal([], all.Except(seen));
    }

    private sealed class Walk(int seed)
    {
        private readonly Random _random = new(seed);
        private readonly OpinionStory _story = new(settings: seed % 5 == 0 ? OpinionSettings.Usual with { ResponseClock = false, FirstReleaseClock = false } : null);

        public IReadOnlyList<OpinionEvent> Run()
        {
            _story.Report(suspected: seed % 3 == 0, drill: seed % 4 == 0 ? new(60) : null, onDuty: seed % 2 == 0 ? ["luoqing"] : []);
            for (var step = 0; step < Steps; step++)
            {
                _story.Later(TimeSpan.FromMinutes(_random.Next(1, 200)));
                var (before, count) = (_story.Now, _story.Facts.Count);
                if (_random.Next(3) == 0) Anything();
                else PressSomething();
                var facts = _story.Facts.Skip(count).ToList();
                if (!before.IsOpen) Assert.All(facts, fact => Assert.IsType<IntakeEvent.FileOpened>(fact));
                Assert.NotNull(OpinionReactions.Of(before, facts, _story.Now, DemoBureau.Roster));
            }

            var rows = _story.Facts.Select((fact, version) => Case.Row(fact) is var row ? new StoredEvent(_story.Now.Id, version + 1, row.Type, row.Body, row.Actor, row.At, "", "") : null!);
            Assert.Equal(Case.Write(_story.Now), Case.Rebuild(rows));
            Assert.Equal(Case.Write(_story.Now), Case.Write(JsonSerializer.Deserialize(Case.Write(_story.Now), Case.StateJson)!));
            return _story.Facts;
        }

        private void PressSomething()
        {
            var person = Any(DemoBureau.Roster.People);
            if (_story.Steps.Offer(_story.Now, person, _story.Time) is not { Count: > 0 } forms) return;
            var form = Any(forms);
            var click = new StepClick(form.Verb, _story.Now.Id, form.Round, form.About, form.Fields.Select(Fill).Where(typed => typed.Value is not null).ToDictionary(typed => typed.Id, typed => typed.Value!));
            var command = _story.Steps.Read(click)!;
            if (command is IntakeCommand.Merge && _random.Next(3) == 0) command = new IntakeCommand.Merge(Other());
            var refusal = (_story.Try(person.Id, command) as Decision<OpinionEvent>.Refused)?.Refusal;
            Assert.True(refusal is null or { Kind: RefusalKind.Invalid }, $"{seed}: {person.Id} pressed {form.Verb}: {refusal?.Text}");
        }

        /// <summary>What was proposed, or something sensible.</summary>
        private (string Id, string? Value) Fill(StepField field) => (field.Id, field switch
        {
            StepField.Pick pick => pick.Choices.Count == 0 ? null : Any(pick.Choices).Value,
            StepField.Date => field.Value ?? BureauTime.Day(_story.Time).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => field.Id switch
            {
                "url" => OpinionStory.Url,
                "time" => field.Value ?? _story.Time.ToString("HH:mm", CultureInfo.InvariantCulture),
                "other" => null,
                _ => $"经核实情况属实,正在办理({_random.Next(10_000)})。",
            },
        });

        private void Anything()
        {
            var command = Any(Commands());
            var isClocks = command is AlarmCommand.Escalate or EmergencyCommand.RemindOf or IntakeCommand.AddSource;
            if (isClocks && _story.Now.EscalateAt > _story.Time && _random.Next(2) == 0) _story.At(_story.Now.EscalateAt.Value);
            Assert.NotNull(_story.Try(isClocks ? null : Any(DemoBureau.Roster.People).Id, command with { Round = _random.Next(3) == 0 ? _random.Next(4) : null }));
        }

        private IReadOnlyList<OpinionCommand> Commands() =>
        [
            new AlarmCommand.Take(), new AlarmCommand.Escalate(), new AlarmCommand.Escalate(), new AlarmCommand.Pass(Maybe(Any(DemoBureau.Roster.People).Id), Maybe("请接手")),
            new IntakeCommand.AddSource(_story.Source($"k{_random.Next(9)}"), new("feed:1", "订阅")),
            new IntakeCommand.AddFile($"f{_random.Next(9)}", "图.png", "image/png", 1, $"h{_random.Next(9)}"), new IntakeCommand.OpenFile($"f{_random.Next(9)}"),
            new IntakeCommand.Merge(_random.Next(9) == 0 ? Other() : null), new IntakeCommand.Absorb(Other()),
            new HandlingCommand.Assess(Any(Enum.GetValues<OpinionKind>()), Any(Enum.GetValues<OpinionLevel>()), Maybe("研判")), new HandlingCommand.Assign(Maybe("market"), null),
            new HandlingCommand.AddNote(Maybe("记事")), new HandlingCommand.TransferOut(Maybe("部门"), Maybe("记录")), new HandlingCommand.Close(Maybe("评估")),
            new ResponseCommand.Draft(Maybe("稿")), new ResponseCommand.Review(_random.Next(3) switch { 0 => true, 1 => false, _ => null }, Maybe("依据")),
            new ResponseCommand.Release(Maybe(OpinionStory.Url), Maybe("微博"), When()),
            new EmergencyCommand.SetLevel(Any(Enum.GetValues<IncidentLevel>()), Any(Enum.GetValues<LevelAuthority>()), Maybe("通报"), When()),
            new EmergencyCommand.MeetClock(Any(Enum.GetValues<OpinionClockKind>()), When(), null, Maybe(OpinionStory.Url), Maybe($"f{_random.Next(9)}")),
            new EmergencyCommand.RemindOf(Any(Enum.GetValues<OpinionClockKind>())), new EmergencyCommand.RemindOf(Any(Enum.GetValues<OpinionClockKind>())),
        ];

        private OpinionItem Other()
        {
            var other = new OpinionStory().At(_story.Time.AddHours(_random.Next(-30, 30)));
            return other.Do("liying", other.Reporting("另一处", drill: _story.Now.Drill) with { Id = $"opinion-2026-000000{_random.Next(2, 9)}" }).Now;
        }

        private DateTimeOffset? When() => _random.Next(4) switch { 0 => null, 1 => DateTimeOffset.MaxValue, 2 => DateTimeOffset.MinValue, _ => _story.Time.AddMinutes(-_random.Next(60)) };

        private string? Maybe(string text) => _random.Next(5) == 0 ? null : text;

        private T Any<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];
    }
}
