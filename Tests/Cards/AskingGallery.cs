using DisclosureBot.Cards;
using DisclosureBot.Cards.Asking;
using DisclosureBot.Cards.Lists;
using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Tests.Cards;

/// <summary>Every state that an answer to a question can be seen in.</summary>
internal static class AskingGallery
{
    public static IReadOnlyDictionary<string, Func<AdaptiveCard>> Cards => new Dictionary<string, Func<AdaptiveCard>>(StringComparer.Ordinal)
    {
        ["answer-one"] = () => AnswerCard.Render(new("2026-0028 关于开展电商进农村综合示范绩效评价的通知",
            ["现在在办公室二审,等周临溪(演示)、徐山岚(演示)签署;11月25日 09:20起,已3个工作小时。", "下一步:局领导签发(高远汀(演示))。"], [Item], ["逾期", "明天到期", "谁压着我的文件"])),
        ["answer-list"] = () => AnswerCard.Render(new("电子商务科 · 待审(共14件)", ["在等:周临溪(演示)8件、鲁明泽(演示)6件。"], [.. Enumerable.Repeat(Item, 12)], ["电子商务科 在办", "电子商务科 逾期", "逾期"]) { More = 2 }),
        ["answer-none"] = () => AnswerCard.Render(new("本周逾期(0件)", ["没有您可以查看的这类文件或舆情。"], [], ["本周到期", "明天到期", "谁压着我的文件"])),
        ["answer-resembling"] = () => AnswerCard.Render(new("没有完全一致的,您要找的是不是:", [], [Item], ["逾期", "明天到期", "待办"])),
        ["answer-unclear"] = () => AnswerCard.Render(new("没有听懂“**那个**[文件](x)呢”", ["您想问的是不是:"], [], ["待办", "我的", "本周到期"]) { Note = "可以写标题里的词加“到哪了”,如“年货节通知到哪了”。" }),
        ["answer-which"] = () => AnswerCard.Render(new("“商务科”可能是:", ["电子商务科、商务运行科。请点一个:"], [], ["电子商务科 待审", "商务运行科 待审"])),
        ["answer-talk"] = () => AnswerCard.Render(new("不客气。需要时再问我。", [], [], ["待办", "我的", "本周到期"])),
    };

    private static ListItem Item { get; } = new("slip-2026-0000028", "2026-0028", "关于开展电商进农村综合示范绩效评价的通知", "电子商务科 李映禾(演示) · 11月25日 09:20起", "等待办公室二审(周临溪(演示)、徐山岚(演示))", Tone.Waiting);
}
