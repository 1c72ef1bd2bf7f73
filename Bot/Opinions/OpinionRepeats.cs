using DisclosureBot.Bureau;
using DisclosureBot.Opinions.Alarm;
using DisclosureBot.Opinions.Emergency;
using DisclosureBot.Opinions.Handling;
using DisclosureBot.Opinions.Intake;
using DisclosureBot.Opinions.Response;

namespace DisclosureBot.Opinions;

/// <summary>What is already so by the same hand: Teams repeats clicks that it thinks lost, and workers try again after a crash.</summary>
internal static class OpinionRepeats
{
    public static bool Has(OpinionItem item, OpinionCommand command, Person? actor) => command switch
    {
        IntakeCommand.AddSource add => item.Sources.Any(source => source.Key == add.Source.Key),
        IntakeCommand.Absorb absorb => item.Absorbed.Contains(absorb.From.Id),
        _ => actor is not null && By(item, command, actor.Id),
    };

    private static bool By(OpinionItem item, OpinionCommand command, string actor) => command switch
    {
        IntakeCommand.AddFile add => item.Files.Any(file => file.Sha256 == add.Sha256),
        IntakeCommand.Merge merge => item is { Phase: OpinionPhase.Merged, End: { } end } && end.By.Id == actor && end.IntoId == merge.Into?.Id,
        AlarmCommand.Take => item.IsOpen && item.Handler?.Id == actor,
        AlarmCommand.Pass pass => item.IsOpen && item.Handler is { } handler && handler.Id == pass.PersonId,
        HandlingCommand handling => By(item, handling, actor),
        ResponseCommand response => By(item, response, actor),
        EmergencyCommand emergency => By(item, emergency, actor),
        _ => false,
    };

    private static bool By(OpinionItem item, HandlingCommand command, string actor) => command switch
    {
        HandlingCommand.Assess again => item.IsOpen && item.Assessment is { } done && done.By.Id == actor && done.Kind == again.Kind
            && (done.Kind == OpinionKind.Emergency || done.Level == again.Level) && done.Note == Wording.Clean(again.Note),
        HandlingCommand.Assign again => item.IsOpen && item.Assignment is { } done && done.By.Id == actor && done.SectionId == again.SectionId && done.Note == Wording.Clean(again.Note),
        HandlingCommand.AddNote again => item.IsOpen && item.Trail[^1].By.Id == actor && item.Trail[^1].What == Wording.Clean(again.Text),
        HandlingCommand.TransferOut again => EndedBy(item, OpinionPhase.TransferredOut, actor, again.Record),
        HandlingCommand.Close again => EndedBy(item, OpinionPhase.Closed, actor, again.Appraisal),
        _ => false,
    };

    private static bool By(OpinionItem item, ResponseCommand command, string actor) => command switch
    {
        ResponseCommand.Draft again => item is { IsOpen: true, Draft: { Review: null } draft } && draft.By.Id == actor && draft.Text == Wording.Clean(again.Text),
        ResponseCommand.Review again => item is { IsOpen: true, Draft.Review: { } done } && done.By.Id == actor && done.Cleared == again.Cleared
            && done.Basis == (Wording.Clean(again.Basis) ?? ResponseRules.UsualBasis),
        ResponseCommand.Release again => item is { IsOpen: true, Draft: null, Releases: [.., var done] } && done.By.Id == actor && done.Url == Wording.Clean(again.Url),
        _ => false,
    };

    private static bool By(OpinionItem item, EmergencyCommand command, string actor) => command switch
    {
        EmergencyCommand.SetLevel again => item is { IsOpen: true, Kind: OpinionKind.Emergency, Incident: { } done } && done.By.Id == actor && done.Level == again.Level
            && done.Authority == again.Authority && done.Basis == (Wording.Clean(again.Basis) ?? EmergencyRules.LeadersWord) && (again.OccurredAt is null || again.OccurredAt == item.Story.OccurredAt),
        EmergencyCommand.MeetClock again => item.Clock(again.Clock)?.Met is { } met && met.By.Id == actor && met.Url == Wording.Clean(again.Url) && met.FileId == again.FileId,
        _ => false,
    };

    private static bool EndedBy(OpinionItem item, OpinionPhase phase, string actor, string? text) =>
        item.Phase == phase && item.End is { } end && end.By.Id == actor && end.Text == Wording.Clean(text);
}
