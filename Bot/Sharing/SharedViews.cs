using DisclosureBot.Cards.Sharing;
using DisclosureBot.Desk;
using DisclosureBot.Journal;
using DisclosureBot.Opinions;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Publishing;

namespace DisclosureBot.Sharing;

/// <summary>Makes of a case what anybody may read: kind and number, and of a document that is published its address, with title and 文号 where these were found there.</summary>
public sealed class SharedViews(SlipCase slips, OpinionCase items, DeskAddress desk)
{
    /// <returns>Null for cases that nobody shares, as the watch or the calendar.</returns>
    public SharedView? Of(StoredCase stored) => stored.Kind switch
    {
        SlipCase.Kind when slips.Read(stored) is { } slip => new("文件审批处理签", slip.Number, desk.OfCase(slip.Id), Published(slip)),
        OpinionCase.Kind when items.Read(stored) is { } item => new(item.IsDrill ? "舆情演练" : "舆情", item.Number, desk.OfCase(item.Id)),
        _ => null,
    };

    /// <summary>Only what now stands before the public, by us and rightly; an address where the title was not found may be mistyped, so that the title stays away.</summary>
    private static PublishedView? Published(Slip slip) =>
        Publishable.ByUs(slip) && Publishable.IsPublished(slip) && !Publishable.OwesTakeDown(slip) && slip.Publication.Published is { } published
            ? new(published.Url, published.Check == AddressCheck.Found ? $"{slip.Content.Title}{(slip.Issue.Number is { } number ? $"({number})" : "")}" : null)
            : null;
}
