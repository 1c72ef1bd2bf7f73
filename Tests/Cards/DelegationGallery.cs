using DisclosureBot.Cards;
using DisclosureBot.Cards.Delegations;
using DisclosureBot.Cards.Slips;
using static DisclosureBot.Tests.Cards.SampleViews;

namespace DisclosureBot.Tests.Cards;

/// <summary>委托 in every state it can be seen in, and the slip of a stand-in.</summary>
internal static class DelegationGallery
{
    private static readonly Choice[] People = [new("pulan", "普云岚(演示)(电子商务科)"), new("zhangmu", "张牧原(演示)(市场体系建设科)"), new("maoyun", "毛云舟(演示)(对外贸易科)")];

    private static readonly DelegationFormView Form = new(
        "form-1", [], People, [new("all", "全部(处理签的审签和起草经办)"), new("review", "只代审签"), new("handling", "只代起草经办")],
        new() { Since = "2026-11-23", Until = "2026-11-23" },
        "期限按天,首尾两天都算。受托人不得转委托:只能代办委托人本人的事项,不能代办委托人受他人委托的事项。舆情不在委托之内,值班请另办交班。", [], [], []);

    private static readonly DelegationLine Given = new("delegation-2026-0000001", "普云岚(演示)委托张牧原(演示)", "2026年11月23日至11月27日 · 全部", "进行中", Tone.Good);
    private static readonly DelegationLine Received = new("delegation-2026-0000002", "毛云舟(演示)委托普云岚(演示)", "2026年12月1日 · 只代审签", "12月1日起生效", Tone.Waiting);

    private static readonly DelegationView One = new()
    {
        Delegation = "delegation-2026-0000001",
        Number = "委2026-0001",
        Title = "普云岚(演示)委托张牧原(演示)",
        Days = "2026年11月23日至11月27日",
        Scope = "全部",
        Basis = "赴昆明参加商务工作会议,经高远汀(演示)同意",
        EnteredBy = "普云岚(演示),11月23日 09:12",
        Status = "进行中",
        StatusTone = Tone.Good,
        Meaning = "等普云岚(演示)办理的处理签也会送给您;您办理的,留痕为“张牧原(演示)(受普云岚(演示)委托)”。您本人起草或已签署上一道的,不能代为审签。",
        MayRevoke = true,
    };

    public static IReadOnlyDictionary<string, Func<AdaptiveCard>> Cards { get; } = new Dictionary<string, Func<AdaptiveCard>>(StringComparer.Ordinal)
    {
        ["delegation-form"] = () => DelegationFormCard.Render(Form),
        ["delegation-form-office"] = () => DelegationFormCard.Render(Form with { From = People, Typed = new() { From = "pulan", Since = "2026-11-23", Until = "2026-11-27" }, Given = [Given], Received = [Received], Others = [Given with { Title = "李映禾(演示)委托何砚秋(演示)" }] }),
        ["delegation-form-refused"] = () => DelegationFormCard.Render(Form with
        {
            Given = [Given],
            Typed = new() { To = "maoyun", Since = "2026-11-24", Until = "2026-11-25", Scope = "review", Basis = "因公出差" },
            Notice = new(Tone.Bad, "普云岚(演示)在2026年11月23日至11月27日已委托张牧原(演示)(全部,委2026-0001),同一事项不能同时委托两人。请先撤销原委托,或另选日期、范围。"),
        }),
        ["delegation-running"] = () => DelegationCard.Render(One),
        ["delegation-revoked"] = () => DelegationCard.Render(One with { Status = "已撤销(普云岚(演示),11月25日 10:02)", StatusTone = Tone.Neutral, MayRevoke = false, RevokeReason = "提前返岗" }),
        ["delegation-revoke-refused"] = () => DelegationCard.Render(One with { TypedReason = "提前返岗", Notice = new(Tone.Bad, "“撤销原因”最多1000字,现有1200字,请删减。") }),
        ["delegation-moved"] = () => DelegationCard.Moved(One.Delegation, One.Number, One.Title),
        ["delegation-stood-down"] = () => DelegationCard.StoodDown("2026-0007"),
        ["slip-stand-in"] = () => SlipCard.Render(Slip with { Review = HeadForm, Standing = "您受普云岚(演示)委托代为办理。" }),
    };
}
