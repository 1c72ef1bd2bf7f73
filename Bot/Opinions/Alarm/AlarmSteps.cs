using DisclosureBot.Bureau;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Cards.Steps;

namespace DisclosureBot.Opinions.Alarm;

/// <summary>我来处理 and 转交, offered by the same gates that the rules refuse by.</summary>
internal sealed class AlarmSteps(Roster roster) : IOpinionSteps
{
    private readonly AlarmGates _gates = new(roster);

    public IEnumerable<StepForm> Offer(OpinionItem item, Person reader, DateTimeOffset now)
    {
        if (_gates.Take(item, reader) is null)
            yield return new(OpinionVerbs.Take, "我来处理", item.Round, [], IsMain: item.Called.Contains(reader.Id));
        if (_gates.Pass(item, reader) is null)
            yield return new(OpinionVerbs.Pass, "转交", item.Round,
                [new StepField.Pick("person", "转交给", Takers(item)), new StepField.Text("note", "转交说明(可不填)", Multiline: true, Most: AlarmRules.NoteLimit)]);
    }

    public OpinionCommand? Read(StepClick click) => click.Verb switch
    {
        OpinionVerbs.Take => new AlarmCommand.Take(),
        OpinionVerbs.Pass => new AlarmCommand.Pass(click["person"], click["note"]),
        _ => null,
    };

    private IReadOnlyList<Choice> Takers(OpinionItem item) =>
        [.. _gates.Takers(item).Where(person => person.Id != item.Handler?.Id).Select(person => new Choice(person.Id, $"{person.Name}({person.Section.Name})"))];
}
