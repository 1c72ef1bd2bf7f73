using DisclosureBot.Paper;

namespace DisclosureBot.Tests.Paper;

/// <summary>Paper slips to print in tests: one finished, one under way, one with everything too long.</summary>
internal static class SamplePapers
{
    private const string Hash = "9f2c4e7ab81d06c35e9f2c4e7ab81d06c35e9f2c4e7ab81d06c35e9f2c4e7ab8";

    public static PaperSlip Finished { get; } = new()
    {
        Bureau = "楚雄州商务局(演示)",
        Number = "2026-0007",
        Title = "楚雄州商务局关于印发《楚雄州农村电子商务专项资金管理办法》的通知",
        Genre = "通知",
        Urgency = "加急",
        Normative = true,
        ImportantPolicy = true,
        MainRecipients = "各县市商务主管部门,局机关各科室",
        Enclosures = ["楚雄州农村电子商务专项资金管理办法", "专项资金申报表(样式)"],
        Drafter = "演示起草人",
        Section = "商务运行科",
        DraftedOn = "2026年11月2日",
        Classification = new("此件公开发布", "演示起草人", "2026年11月2日 09:12"),
        SectionOpinion = new("经研究,申报表中含有企业账户信息。此件应删减后公开", "演示科长", "2026年11月2日 15:40",
            "申报表样式附有企业开户行和账号,公开会损害其合法权益。", "《中华人民共和国政府信息公开条例》第十五条(商业秘密、个人隐私)"),
        OfficeOpinion = new("文种、格式符合规定。同意此件删减后公开", "演示办公室主任", "2026年11月3日 10:05"),
        SigningOpinion = new("同意", "演示局长", "2026年11月3日 16:30", Entry: new("演示起草人", "演示办公室主任")),
        FinalStatement = "此件删减后公开",
        Changes = ["2026年11月20日 演示局长:此件公开发布。企业账户信息已从申报表中移除(自2026年11月20日起重新计算移交期限)。"],
        DocumentNumber = "楚商发〔2026〕12号",
        DocumentDate = "2026年11月3日",
        PrintedOn = "2026年11月4日",
        Copies = "30份",
        Handling =
        [
            new("登记", "2026年11月4日 09:20,演示办公室文书"),
            new("用印", "2026年11月4日 09:45,演示办公室文书"),
            new("发文", "2026年11月4日 10:00"),
            new("移交/签收", "2026年11月5日 14:10 移交删减版,商务运行科演示发布员签收(期限2026年11月9日)"),
            new("发布", "2026年11月6日 09:00,局网站、州政府门户网站"),
            new("解读", "2026年11月6日 09:00 发布,同步"),
        ],
        Files =
        [
            new("正文", "管理办法-v3.docx", Hash),
            new("删减版", "管理办法-删减版-v2.pdf", Hash),
            new("解读方案", "解读方案.docx", Hash),
        ],
        VerificationCode = VerificationCode.Of("slip-07", 24, Hash),
        MadeAt = "2026年11月23日 15:30",
    };

    public static PaperSlip UnderWay { get; } = new()
    {
        Bureau = "楚雄州商务局(演示)",
        Number = "2026-0008",
        Title = "关于做好2026年岁末年初商贸领域保供稳价工作的通知",
        Genre = "通知",
        MainRecipients = "各县市商务主管部门",
        Drafter = "演示起草人",
        Section = "商务运行科",
        DraftedOn = "2026年11月23日",
        Classification = new("此件公开发布", "演示起草人", "2026年11月23日 09:12"),
        SectionOpinion = new("拟同意印发。同意此件公开发布", "演示科长", "2026年11月23日 11:02"),
        Status = new("办理中", "等待办公室二审"),
        VerificationCode = VerificationCode.Of("slip-08", 3, Hash),
        MadeAt = "2026年11月23日 15:30",
    };

    /// <summary>A joint document whose countersigning sections have answered.</summary>
    public static PaperSlip Joint { get; } = UnderWay with
    {
        Countersigned = ["市场体系建设科 演示会签科长 2026年11月2日 17:05:同意会签。", "对外贸易科 演示贸易科长 2026年11月3日 09:10:建议与外贸扶持资金一并申报。"],
    };

    /// <summary>Every field as long as people may make it, and some longer.</summary>
    public static PaperSlip Overlong { get; } = Finished with
    {
        Bureau = "楚雄彝族自治州商务局与各有关单位联合工作领导小组办公室(演示)",
        Title = Repeat("关于进一步促进全州商贸流通领域高质量发展若干措施的通知", 200),
        MainRecipients = Repeat("各县市商务主管部门、", 500),
        Enclosures = [.. Enumerable.Range(1, 30).Select(number => $"附件材料之{number}:" + Repeat("商贸流通", 40))],
        Section = Repeat("商务运行科", 120),
        Drafter = Repeat("演示起草人", 60),
        SectionOpinion = new(Repeat("意见很长,须逐字保留;", 2500), Repeat("演示科长", 200), "2026年11月2日 15:40", Repeat("理由亦长。", 1000), Repeat("《条例》第十六条", 300)),
        Countersigned = [.. Enumerable.Range(1, 8).Select(number => $"市场体系建设科 演示会签人{number}:" + Repeat("会签意见亦长,", 500))],
        OfficeOpinion = new(Repeat("https://example.invalid/a-very-long-address/", 1000), "演示办公室主任", "2026年11月3日 10:05"),
        Changes = [.. Enumerable.Range(1, 12).Select(number => $"2026年11月{number}日 " + Repeat("变更事由。", 120))],
        Handling = [new(Repeat("移交", 60), Repeat("移交说明,", 400)), .. Finished.Handling],
        Files = [.. Enumerable.Range(1, 12).Select(number => new PaperFile("正文", Repeat("文件名", 90) + number + ".docx", Hash))],
        Status = new("办理中", "等待签收"),
    };

    public static string Repeat(string text, int length) =>
        string.Concat(Enumerable.Repeat(text, length / text.Length + 1))[..length];
}
