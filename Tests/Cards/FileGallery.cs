using DisclosureBot.Cards;
using DisclosureBot.Cards.Files;
using DisclosureBot.Cards.Slips;
using static DisclosureBot.Tests.Cards.SampleViews;

namespace DisclosureBot.Tests.Cards;

/// <summary>Every state of the cards about files, by name.</summary>
internal static class FileGallery
{
    private const string Sha = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    public static Dictionary<string, Func<AdaptiveCard>> Cards => new(StringComparer.Ordinal)
    {
        ["files"] = () => FilesCard.Render(Files(3)),
        ["files-many"] = () => FilesCard.Render(Files(60)),
        ["files-older"] = () => FilesCard.Render(Files(60) with { From = 55 }),
        ["files-none"] = () => FilesCard.Render(Files(0) with { Paper = null }),
        ["files-closed"] = () => FilesCard.Render(Files(2) with { Lines = [.. Files(2).Lines.Select(line => line with { Link = null })], Notice = new(Tone.Warning, "“通知.docx”您不能打开。") }),
        ["arrival"] = () => ArrivalCard.Render(Arrival),
        ["arrival-refused"] = () => ArrivalCard.Render(Arrival with { Slip = Arrival.Slips[1].Value, Notice = new(Tone.Bad, "请选择“文件类别”。") }),
        ["arrival-nowhere"] = () => ArrivalCard.Render(Arrival with { Slips = [] }),
        ["arrival-kept"] = () => ArrivalCard.Done(new("通知.docx", new(Tone.Good, "已存入2026-0007,作为正文第2版。"), "slip-2026-0007")),
        ["arrival-dropped"] = () => ArrivalCard.Done(new("通知.docx", new(Tone.Neutral, "已丢弃,没有保存。"), null)),
    };

    public static ArrivalView Arrival { get; } = new("arrival-1", "关于开展“彝乡年货节”促消费活动的通知(送审稿).docx", "312 KB", Sha,
        [new("slip-2026-0007", "2026-0007 " + Title), new("slip-2026-0008", "2026-0008 关于商请协助落实储备点的函")],
        [new("Document", "正文"), new("InterpretationPlan", "解读方案"), new("InterpretationMaterial", "解读材料"), new("RedactedVersion", "删减版"), new("Attachment", "附件")]);

    public static FilesView Files(int count) => new("slip-2026-0007", "2026-0007", Title,
    [
        .. Enumerable.Range(1, count).Select(n => new FileLine(
            $"0199f3c2a1b27c3d8e4f{n:000000000000}", n % 3 == 0 ? "附件 · 第1版" : $"正文 · 第{count - n + 1}版", n % 3 == 0 ? "附件(经费测算表).xlsx" : "关于开展“彝乡年货节”促消费活动的通知.docx",
            "312 KB", "11月23日 09:12", "罗青砚(演示)", Sha,
            $"https://bot.example.cn/files/slip-2026-0007/0199f3c2a1b27c3d8e4f{n:000000000000}?until=1795502400&for=luoqing&key=4c1f3b7a9d2e8f6051b3c7d9e2f4a6b8")),
    ], Paper: "https://bot.example.cn/paper/slip-2026-0007?key=abc");
}
