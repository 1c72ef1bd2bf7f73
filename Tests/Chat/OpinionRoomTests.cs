using DisclosureBot.Chat;
using DisclosureBot.Opinions;
using Xunit;

namespace DisclosureBot.Tests.Chat;

/// <summary>What of a group's address, of a word and of a number counts.</summary>
public sealed class OpinionRoomTests
{
    [Theory]
    [InlineData("19:ops@thread.tacv2;messageid=1700000000000", "19:ops@thread.tacv2")]
    [InlineData("19:ops@thread.tacv2", "19:ops@thread.tacv2")]
    [InlineData("19:group@thread.v2", "19:group@thread.v2")]
    public void Of_a_thread_in_a_channel_the_channel_is_kept(string conversation, string root) => Assert.Equal(root, OpinionRoom.Root(conversation));

    [Theory]
    [InlineData("舆情", "")]
    [InlineData("舆情 某超市", "某超市")]
    [InlineData("舆情:某超市", "某超市")]
    [InlineData("舆情列表", "列表")]
    [InlineData("舆情日报", null)]
    [InlineData("舆情来源", null)]
    [InlineData("接收舆情", null)]
    public void What_follows_the_word_is_the_report(string said, string? rest) => Assert.Equal(rest, OpinionWords.After(said));

    [Theory]
    [InlineData("舆2026-0003", "opinion-2026-0000003")]
    [InlineData("演2026-0012", "opinion-drill-2026-0000012")]
    [InlineData("2026-0003", null)]
    [InlineData("舆2026-3", null)]
    [InlineData("舆20a6-0003", null)]
    [InlineData("", null)]
    public void A_number_names_its_item(string number, string? id) => Assert.Equal(id, OpinionCase.IdOf(number));
}
