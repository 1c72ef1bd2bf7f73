using DisclosureBot.Cards.Slips;
using DisclosureBot.Cards.Steps;
using static DisclosureBot.Tests.Cards.SampleViews;

namespace DisclosureBot.Tests.Cards;

/// <summary>The longest a slip can honestly become: nothing more passes the rules.</summary>
internal static class Extreme
{
    private static string Long(int length) => string.Concat(Enumerable.Repeat("此处写明情况和依据,", (length / 10) + 1))[..length];

    public static SlipView Reviewed { get; } = Slip with
    {
        Title = Long(200),
        MainRecipients = Long(500),
        Normative = true,
        ImportantPolicy = true,
        ProposedStatement = "此件删减后公开",
        ProposedReason = Long(1_000),
        ProposedGround = Grounds[0].Title,
        Notice = new(Tone.Bad, Long(300)),
        Warnings = [Long(100), Long(100)],
        Boxes = [.. Boxes("x", "x", "x").Select(box => box with { Text = Long(1_000) + "同意此件公开发布" })],
        Trail =
        [
            .. Enumerable.Range(1, 40).Select(n => new TrailLine($"11月{n % 30 + 1}日 09:12", "徐山岚(演示)", $"第{n}次退回修改", Long(1_000), n < 30)),
        ],
        Consultations = [.. Enumerable.Range(1, 30).Select(n => new ConsultationView("征求意见", Long(40), Long(40), Long(500), n % 2 == 0 ? null : Long(500), Long(300), n % 2 == 0 ? Tone.Waiting : Tone.Good))],
        CopiedTo = Long(1_000),
        Review = LeaderForm with
        {
            Signers = Signers,
            SignerHint = Long(60),
            ChecksFormat = true,
            Typed = new() { Opinion = Long(1_000), Reason = Long(1_000), Attribute = "closed", ReturnReason = Long(1_000) },
        },
        TakeBackTurn = 7,
    };

    public static SlipView Revised { get; } = Reviewed with
    {
        Review = null,
        Revise = new(9, Choices, Drafted with { Title = Long(200), MainRecipients = Long(500), Reason = Long(1_000) }),
    };

    /// <summary>The same after the signature, with everything that can come then.</summary>
    public static SlipView After { get; } = Reviewed with
    {
        Review = null,
        TakeBackTurn = null,
        StatusTone = Tone.Good,
        FinalStatement = "此件公开发布",
        ChangedStatement = "此件依申请公开",
        PendingPaper = Long(1_500),
        Progress = [.. AfterGallery.Way(9).Select(step => step with { Text = Long(200) })],
        Clocks = [.. AfterGallery.Clocks.Select(clock => clock with { Receipt = [Long(100), Long(200), Long(500)] })],
        Sync = AfterGallery.Sync(3),
        Addresses = [.. AfterGallery.Addresses.Select(address => address with { Url = "https://swj.example.cn/" + new string('a', 470), Where = Long(100), Check = Long(300) })],
        Changes = [.. AfterGallery.Changes(8).Select(change => change with { Why = Long(1_000) })],
        Files = new(60, [.. Enumerable.Range(1, 40).Select(n => $"附件:{Long(200)} · 第{n}版 · 88 KB")], Long(60)),
        Steps =
        [
            .. SampleSteps.All.Take(6).Select((form, place) => form with
            {
                IsMain = place == 2,
                Lead = Long(300),
                Fields = [.. form.Fields.Select(one => place == 2 && one is StepField.Text ? one with { Value = Long(1_000) } : one)],
            }),
        ],
    };
}
