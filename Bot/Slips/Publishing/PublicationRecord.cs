using DisclosureBot.Slips.Issuing;

namespace DisclosureBot.Slips.Publishing;

/// <summary>移交 to 商务运行科: which file versions went over, and whether they were signed for.</summary>
/// <param name="FileIds">What the section may work with; for a redacted document only the redacted version.</param>
public sealed record Handover(Who By, DateTimeOffset At, IReadOnlyList<string> FileIds, Done? Received = null);

/// <summary>保密审查 of one file version (先审查、后公开).</summary>
/// <param name="Cleared">可以公开; otherwise 不得公开.</param>
public sealed record SecrecyReview(string FileId, bool Cleared, string Basis, Who By, DateTimeOffset At);

/// <summary>公开发布, as recorded.</summary>
/// <param name="When">Bureau time at which the public could first read it.</param>
/// <param name="CommentsCloseOn">Of a draft put to the public: until when comments are taken.</param>
/// <param name="As">The attribute it was published under: what must be taken down once a less open one stands.</param>
/// <param name="Change">How many changes of attribute lay before it; another one since asks for publishing anew.</param>
public sealed record Publication(
    Who By, DateTimeOffset At, string Url, IReadOnlyList<string> Channels, DateTimeOffset When, DateOnly? CommentsCloseOn, AddressCheck Check, string? CheckNote = null,
    DisclosureAttribute As = DisclosureAttribute.Public, int Change = 0);

/// <summary>退回移交: what came over could not be used, and why.</summary>
public sealed record HandoverReturn(Who By, DateTimeOffset At, string Reason);

/// <summary>How often an address could not be reached in a row.</summary>
public sealed record AddressTries(string Url, int Times);

/// <summary>What was found at a recorded address.</summary>
public enum AddressCheck
{
    /// <summary>Not looked at yet.</summary>
    Pending,

    /// <summary>Title and number stand there.</summary>
    Found,

    /// <summary>The page answers, but title or number do not stand in it.</summary>
    Missing,

    /// <summary>The page could not be reached from here.</summary>
    Unreachable,
}

/// <summary>From the signed document to the public: what 商务运行科 received and made of it.</summary>
public sealed record PublicationRecord
{
    public Handover? Handover { get; init; }

    /// <summary>The last return of a hand-over.</summary>
    public HandoverReturn? Returned { get; init; }

    /// <summary>The newest review of a file version counts.</summary>
    public IReadOnlyList<SecrecyReview> SecrecyReviews { get; init; } = [];
    public Publication? Published { get; init; }

    /// <summary>列入依申请公开目录 (B-13).</summary>
    public Done? Catalogued { get; init; }

    /// <summary>意见采纳情况反馈, of a draft put to the public (三(五), T-08).</summary>
    public Publication? Feedback { get; init; }

    /// <summary>撤下, after a change to a less open attribute.</summary>
    public Done? TakenDown { get; init; }

    /// <summary>Addresses that could not be reached, each looked at a few times more.</summary>
    public IReadOnlyList<AddressTries> Unreached { get; init; } = [];

    /// <summary>Returned hand-overs, publications and corrections so far: each makes an older card's steps mean something else.</summary>
    public int Rounds { get; init; }

    public int TriesAt(string url) => Unreached.FirstOrDefault(tries => tries.Url == url)?.Times ?? 0;

    public SecrecyReview? ReviewOf(string fileId) => SecrecyReviews.LastOrDefault(review => review.FileId == fileId);
}
