using DisclosureBot.Clock;

namespace DisclosureBot.Slips.Publishing;

/// <summary>Looks at the addresses recorded on a slip and has the workflow record what was found.</summary>
public sealed class AddressVisits(AddressLook look, Workflow workflow, SlipRules rules, SlipCase slips, TimeProvider clock)
{
    /// <summary>Repeatable: what was looked at already is not looked at again, unless it could not be reached.</summary>
    public async Task Make(Slip slip, CancellationToken stop)
    {
        foreach (var (url, wanted) in Open(slip))
        {
            var (check, note) = await look.At(url, wanted, stop);
            var at = clock.BureauNow();
            await workflow.Run(slips, slip.Id, now => rules.Decide(now, new PublishingCommand.RecordAddress(url, check, note), null, at), null, stop);
        }
    }

    /// <summary>One look answers for all that were recorded alike; only the document's own page must bear its number.</summary>
    private static Dictionary<string, AddressWords> Open(Slip slip)
    {
        var open = new Dictionary<string, AddressWords>(StringComparer.Ordinal);
        var (published, feedback, released) = (slip.Publication.Published, slip.Publication.Feedback, slip.Interpretation.Released);
        if (released is not null && IsOpen(released.Check, released.Url, slip)) open[released.Url] = new(slip.Content.Title, null);
        if (feedback is not null && IsOpen(feedback.Check, feedback.Url, slip)) open[feedback.Url] = new(slip.Content.Title, null);
        if (published is not null && IsOpen(published.Check, published.Url, slip)) open[published.Url] = new(slip.Content.Title, slip.Issue.Number?.ToString());
        return open;
    }

    private static bool IsOpen(AddressCheck check, string url, Slip slip) =>
        check == AddressCheck.Pending || (check == AddressCheck.Unreachable && slip.Publication.TriesAt(url) < SlipTimers.Looks);
}
