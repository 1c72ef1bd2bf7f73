using DisclosureBot.Bureau;
using DisclosureBot.Cards.Files;
using DisclosureBot.Clock;
using DisclosureBot.Opinions;
using DisclosureBot.Slips.Files;

namespace DisclosureBot.Chat;

/// <summary>Words an item's files on a card of their own.</summary>
public sealed class OpinionFileViews(OpinionFileAddress address, TimeProvider clock)
{
    public FilesView All(OpinionItem item, Person reader, int from) => new(
        item.Id, item.Number, item.Story.Headline,
        [.. item.Files.Reverse().Select(file => new FileLine(
            file.Id, "材料", file.Name, FileViews.Size(file.Size), BureauTime.Show(file.At, clock.BureauNow().Year), file.By.Name, file.Sha256, address(item, reader, file.Id)))],
        from)
    { What = "政务舆情" };
}
