namespace DisclosureBot.Slips.Consulting;

/// <summary>What somebody wants of colleagues beside the signatures, as typed: anything may be missing or wrong.</summary>
public abstract record ConsultingCommand : SlipCommand
{
    public sealed record Ask(ConsultationKind Kind, IReadOnlyList<string> Of, string? Question, bool Waits) : ConsultingCommand;

    public sealed record Answer(string Id, string? Comment) : ConsultingCommand;

    public sealed record Waive(string Id, string? Reason) : ConsultingCommand;

    public sealed record Copy(IReadOnlyList<string> To) : ConsultingCommand;

    public sealed record PassOn(string? To, string? Reason) : ConsultingCommand;
}
