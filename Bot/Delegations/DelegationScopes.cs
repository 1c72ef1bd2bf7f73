using DisclosureBot.Cards.Slips;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Changes;
using DisclosureBot.Slips.Consulting;
using DisclosureBot.Slips.Expediting;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Interpretation;
using DisclosureBot.Slips.Issuing;
using DisclosureBot.Slips.PaperSigning;
using DisclosureBot.Slips.Publishing;

namespace DisclosureBot.Delegations;

/// <summary>Which part of a slip's way each command and each offered step belongs to.</summary>
internal static class DelegationScopes
{
    public static bool Covers(DelegationScope scope, SlipCommand command) => scope == DelegationScope.All || Of(command) is not { } part || part == scope;

    public static bool Covers(DelegationScope scope, string stepVerb) => scope == DelegationScope.All || Of(stepVerb) is not { } part || part == scope;

    /// <summary>Null for what goes with either part: to read and to ask. A comment is asked of a person, so only who takes all of their work gives it.</summary>
    private static DelegationScope? Of(SlipCommand command) => command switch
    {
        SlipCommand.Sign or SlipCommand.Return or SlipCommand.Decline or SlipCommand.TakeBack or FileCommand.ConfirmRedaction
            or PublishingCommand.ReviewSecrecy or ChangeAttribute => DelegationScope.Review,
        ConsultingCommand.PassOn => DelegationScope.Review,
        ConsultingCommand.Answer => DelegationScope.All,
        FileCommand.Open or ConsultingCommand => null,
        SlipCommand.Resubmit or SlipCommand.Withdraw or FileCommand or InterpretationCommand or PaperCommand or IssuingCommand or PublishingCommand
            or ExpediteCommand => DelegationScope.Handling,
        _ => throw new InvalidOperationException($"Nobody stands in for {command.GetType().Name}."),
    };

    private static DelegationScope? Of(string verb) => verb switch
    {
        StepVerbs.ConfirmRedaction or StepVerbs.ReviewSecrecy or StepVerbs.ChangeAttribute => DelegationScope.Review,
        StepVerbs.PassOn => DelegationScope.Review,
        StepVerbs.AnswerConsultation => DelegationScope.All,
        StepVerbs.Consult or StepVerbs.Countersign or StepVerbs.WaiveConsultation or StepVerbs.Copy => null,
        _ => DelegationScope.Handling,
    };
}
