using System.Text.Json;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Files;
using DisclosureBot.Cards.Slips;
using Xunit;

namespace DisclosureBot.Tests.Cards;

/// <summary>What can be done with files is read back as it was meant, and only safe addresses can be pressed.</summary>
public sealed class FileClickTests
{
    [Fact]
    public void Keeping_carries_what_was_chosen() => Assert.Equal(
        new FileClick.Keep("arrival-1", "slip-2026-0008", "Attachment"),
        Read(Button("arrival", "存入").With("slip", "slip-2026-0008").With("role", "Attachment")));

    [Fact]
    public void Keeping_without_a_choice_says_so() => Assert.Equal(new FileClick.Keep("arrival-1", null, null), Read(Button("arrival", "存入")));

    [Fact]
    public void Dropping_needs_nothing_but_the_file() => Assert.Equal(new FileClick.Drop("arrival-1"), Read(Button("arrival-nowhere", "不要了")));

    [Fact]
    public void Sending_names_the_slip_and_the_file() => Assert.Equal(
        new FileClick.Send("slip-2026-0007", "0199f3c2a1b27c3d8e4f000000000001"), Read(Pressed.On(FileGallery.Cards["files"]()).First(button => button.Title == "发到聊天")));

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"arrival":[],"slip":{},"file":1}""")]
    [InlineData("""{"arrival":"\ud800","slip":"\ud800","file":"x"}""")]
    public void A_payload_that_is_not_ours_is_read_as_nothing(string json)
    {
        using var document = JsonDocument.Parse(json);
        foreach (var verb in new[] { FileVerbs.Keep, FileVerbs.Drop, FileVerbs.Send, "file.unknown" })
            Assert.Null(FileClick.Read(verb, document.RootElement));
    }

    [Fact]
    public void Older_versions_are_counted_and_stand_on_the_next_card()
    {
        var seen = new List<string>();
        var from = 0;
        while (true)
        {
            var card = FilesCard.Render(FileGallery.Files(60) with { From = from });
            seen.AddRange(Pressed.On(card).Where(button => button.Verb == FileVerbs.Send).Select(button => button.Data.GetProperty("file").GetString()!));
            if (Pressed.On(card).FirstOrDefault(button => button.Title.StartsWith("更早的", StringComparison.Ordinal)) is not { } older)
                break;
            from = Assert.IsType<SlipClick.Files>(SlipClick.Read(older.Verb, older.Data)).From;
        }
        Assert.Equal(FileGallery.Files(60).Lines.Select(line => line.Id), seen);
    }

    [Fact]
    public void A_fingerprint_stands_in_full() =>
        Assert.Contains("9f86d081 884c7d65 9a2feaa0 c55ad015 a3bf4f1b 2b0b822c d15d6c15 b0f00a08", CardJson.Write(FileGallery.Cards["files"]()), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_may_not_be_opened_says_so_and_has_no_button()
    {
        var card = FileGallery.Cards["files-closed"]();
        Assert.DoesNotContain(Pressed.Nodes(card), node => Pressed.TypeOf(node) == "Action.OpenUrl" && (string?)node["title"] == "打开");
        Assert.Contains("您不能打开此文件", CardJson.Write(card), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://swj.example.cn/a?b=1#c")]
    [InlineData("http://localhost:3978/files/1")]
    public void An_address_of_the_web_can_be_pressed(string url) => Assert.Equal(url, OpenUrlAction.Of("打开", url)?.Url);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("swj.example.cn/a")]
    [InlineData("javascript:alert(1)")]
    [InlineData("JavaScript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://host/x")]
    [InlineData("ms-word:ofe|u|https://x")]
    [InlineData("https://swj.example.cn@evil.example/")]
    [InlineData("https://evil.example/ 甲")]
    [InlineData("https://evil.example/\u202egpj.exe")]
    [InlineData("https://evil.example/\n")]
    public void An_address_that_could_deceive_cannot_be_pressed(string? url) => Assert.Null(OpenUrlAction.Of("打开", url));

    private static Pressed Button(string state, string title) => Pressed.On(Gallery.Cards[state]()).Single(button => button.Title == title);

    private static FileClick? Read(Pressed button) => FileClick.Read(button.Verb, button.Data);
}
