using DisclosureBot.Opinions.Clocks;

namespace DisclosureBot.Opinions.Intake;

/// <summary>Where a story was seen.</summary>
/// <param name="Key">Names this very sighting in the whole bureau, e.g. a feed's entry: taken in once.</param>
/// <param name="Name">The place as people call it: 微博, 12345热线, a feed's or vendor's name.</param>
/// <param name="SeenAt">When it was published there, or found; bureau time.</param>
public sealed record OpinionSource(string Key, string Name, string Headline, string? Url, DateTimeOffset SeenAt);

/// <summary>What is said about an item when it comes in.</summary>
/// <param name="OccurredAt">发生: null where nothing is known of it.</param>
/// <param name="LearntAt">获知: the 48 hours run from it (国办发〔2016〕61号).</param>
public sealed record Story(string Headline, string? Text, string? Place, DateTimeOffset? OccurredAt, DateTimeOffset LearntAt);

/// <summary>演练: every hour of the rules passes <paramref name="Speed"/> times as fast, and nothing of it is counted.</summary>
public sealed record Drill(int Speed);

/// <summary>One file on an item: a picture of what was seen, or a proof.</summary>
public sealed record OpinionFile(string Id, string Name, string ContentType, long Size, string Sha256, Who By, DateTimeOffset At);

/// <summary>How an item comes in and gathers its sources.</summary>
public abstract record IntakeEvent(Who By, DateTimeOffset At) : OpinionEvent(By, At)
{
    /// <summary>A person, a feed or a vendor brought it.</summary>
    /// <param name="SectionId">商务运行科, which keeps it until it is assigned (O-06).</param>
    /// <param name="Response">The 48 hours; null where the bureau has switched them off.</param>
    /// <param name="EscalateAt">When the next rung is called if nobody has taken it; bureau time.</param>
    /// <param name="To">Who is alerted: person ids, and the section's own chat.</param>
    /// <param name="Circle">Who besides sees it from now on, unalerted.</param>
    public sealed record Reported(
        Who By, DateTimeOffset At, string Id, string Number, string Key, Story Story, OpinionSource Source, bool SuspectedEmergency, Drill? Drill,
        string SectionId, string Section, HourDeadline? Response, DateTimeOffset EscalateAt, IReadOnlyList<string> To, IReadOnlyList<string> Circle)
        : IntakeEvent(By, At);

    /// <summary>The same story somewhere else.</summary>
    public sealed record SourceAdded(Who By, DateTimeOffset At, OpinionSource Source) : IntakeEvent(By, At);

    public sealed record FileAdded(Who By, DateTimeOffset At, OpinionFile File) : IntakeEvent(By, At);

    /// <summary>Somebody opened a file; noted like on slips, and no card changes for it.</summary>
    public sealed record FileOpened(Who By, DateTimeOffset At, string FileId) : IntakeEvent(By, At);

    /// <summary>并入: this item is the same story as another and ends here; the other one's clocks count.</summary>
    public sealed record Merged(Who By, DateTimeOffset At, string IntoId, string IntoNumber) : IntakeEvent(By, At);

    /// <summary>The other side of 并入: the sources of the item that ended go on here.</summary>
    /// <param name="LearntAt">获知 of the other, where it was learnt earlier.</param>
    /// <param name="Response">The 48 hours from that earlier moment, where they still run (沿用较早的期限).</param>
    public sealed record Absorbed(
        Who By, DateTimeOffset At, string FromId, string FromNumber, IReadOnlyList<OpinionSource> Sources, IReadOnlyList<string> Circle, DateTimeOffset? LearntAt, HourDeadline? Response)
        : IntakeEvent(By, At);
}
