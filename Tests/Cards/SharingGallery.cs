using DisclosureBot.Cards;
using DisclosureBot.Cards.Sharing;
using static DisclosureBot.Tests.Cards.SampleViews;

namespace DisclosureBot.Tests.Cards;

/// <summary>What other people's conversations get to see.</summary>
internal static class SharingGallery
{
    private const string Link = "https://bot.example.com/?slip=slip-2026-0000007";
    private const string Page = "https://swj.example.gov.cn/2026/0007.html";

    public static readonly IReadOnlyDictionary<string, Func<AdaptiveCard>> Cards = new Dictionary<string, Func<AdaptiveCard>>(StringComparer.Ordinal)
    {
        ["shared"] = () => SharedCard.Render(new("文件审批处理签", "2026-0007", Link)),
        ["shared-published"] = () => SharedCard.Render(new("文件审批处理签", "2026-0007", Link, new(Page, $"{Title}(楚商发〔2026〕7号)"))),
        ["shared-published-unchecked"] = () => SharedCard.Render(new("文件审批处理签", "2026-0007", Link, new(Page, null))),
        ["shared-hostile"] = () => SharedCard.Render(new("文件审批处理签", "2026-0007", Link, new("javascript:alert(1)", Hostile))),
        ["group-list"] = () => GroupListCard.Render(new("“查 年货节”(2件)", [.. Enumerable.Range(7, 2).Select(Item)], Note)),
        ["group-list-many"] = () => GroupListCard.Render(new("“查 年货节”(前6件)", [.. Enumerable.Range(1, 9).Select(Item)], Note)),
        ["group-list-none"] = () => GroupListCard.Render(new("“查 年货节”:没有本群每位成员都可以查看的处理签或舆情", [], Note)),
        ["group-list-hostile"] = () => GroupListCard.Render(new(Hostile, [new(Hostile, Hostile, Hostile, "javascript:alert(1)")], Note)),
    };

    private const string Note = "只列出本群每位成员都可以查看的。其余结果已发到与您的一对一聊天。";

    private static GroupItem Item(int number) => new($"2026-{number:0000}", Title, "等待签发(高远汀(演示))", $"https://bot.example.com/?slip=slip-2026-{number:0000000}");
}
