using DisclosureBot.Clock;
using DisclosureBot.Slips.Files;

namespace DisclosureBot.Slips.Publishing;

/// <summary>先审查、后公开, by the clock as well: nothing was public before it was cleared. Pure.</summary>
internal static class ReviewOrder
{
    /// <param name="when">Bureau time; a day without a time of day stands for any time on it.</param>
    public static bool IsBefore(DateTimeOffset when, DateTimeOffset bound) => when.TimeOfDay == TimeSpan.Zero
        ? BureauTime.Day(when) < BureauTime.Day(bound)
        // People write minutes.
        : when < bound.AddTicks(-(bound.Ticks % TimeSpan.TicksPerMinute));

    /// <summary>Null where all of these files had been cleared by then; otherwise which had not.</summary>
    public static Refusal? Before(Slip slip, IEnumerable<SlipFile> files, DateTimeOffset when, string label)
    {
        var last = files.Select(file => slip.Publication.ReviewOf(file.Id)).OfType<SecrecyReview>().MaxBy(review => review.At);
        return last is not null && IsBefore(when, last.At)
            ? new(RefusalKind.Invalid, $"先审查、后公开:“{slip.File(last.FileId)?.Name}”于{BureauTime.Show(last.At)}才通过保密审查,发布不能早于审查,请核对“{label}”。")
            : null;
    }
}
