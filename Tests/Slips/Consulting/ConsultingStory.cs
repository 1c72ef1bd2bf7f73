using DisclosureBot.Slips;
using DisclosureBot.Slips.Consulting;
using DisclosureBot.Tests.Support;

namespace DisclosureBot.Tests.Slips.Consulting;

/// <summary>Short ways of asking, answering and passing on.</summary>
internal static class ConsultingStory
{
    public static ConsultingCommand.Ask Opinion(string of, string? question = "是否可行", bool waits = true) => new(ConsultationKind.Opinion, of.Split(','), question, waits);

    public static ConsultingCommand.Ask Countersign(string of, string? question = null) => new(ConsultationKind.Countersign, of.Split(','), question, Waits: true);

    public static ConsultingCommand.PassOn PassOn(string? to, string? reason = "外出培训") => new(to, reason);

    public static Consultation Of(this SlipStory story, string person) => story.Now.Consultations.Last(one => one.Of.Id == person);

    public static ConsultingCommand.Answer Answer(this SlipStory story, string person, string? comment = "没有不同意见") => new(story.Of(person).Id, comment);

    public static ConsultingCommand.Waive Waive(this SlipStory story, string person, string? reason = "时间紧") => new(story.Of(person).Id, reason);

    public static string Status(this SlipStory story) => story.Rules.Status(story.Now);

    public static bool WaitsFor(this SlipStory story, string person) => Waiting.On(story.Now, DemoBureau.Roster).Contains(person);

    /// <summary>Whom a step told, in order of their ids.</summary>
    public static string Told(this SlipStory story, string actor, SlipCommand command)
    {
        var before = story.Slip;
        var facts = ((Decision<SlipEvent>.Accepted)story.Try(actor, command)).Events;
        return string.Join(' ', SlipReactions.Of(before, facts, story.Now, DemoBureau.Roster, DemoBureau.Clocks).Slots.Where(slot => slot.Alert).Select(slot => slot.Person).Order(StringComparer.Ordinal));
    }
}
