using DisclosureBot.Bureau;
using DisclosureBot.Tests.Support;

namespace DisclosureBot.Tests.Month;

/// <summary>What a person does with a card that waits for them: the first button that it offers of those that get a slip on its way.</summary>
internal sealed class Errand(Visitor visitor, Postbox box, Chance chance)
{
    /// <summary>In every twelve looks of a reviewer at a first draft, one return.</summary>
    private const double Returned = 1.0 / 12;

    private static readonly string[] Plain = ["同意此件公开发布", "同意此件不公开", "同意此件依申请公开", "同意", "修改后重新提交", "登记", "用印", "发文", "存档与移交", "签收", "列入依申请公开目录", "接手"];

    /// <returns>Whether the person could do anything.</returns>
    public async Task<bool> Do(Person person, string caseId, string title)
    {
        if (await visitor.Show(person, caseId) is not { } card) return false;
        if (card.Offers("退回修改") && !card.Says("第2稿") && chance.Of("return", title, person.Id) < Returned)
            return await visitor.Press(person, card, "退回修改", ("退回理由", "请核对文号和附件后再报")) is not null;
        if (card.Offers("印制完成")) return await visitor.Press(person, card, "印制完成", ("印制份数", "20")) is not null;
        if (card.Offers("提交审查结论")) return await visitor.Press(person, card, "提交审查结论", ("审查结论", "可以公开")) is not null;
        if (card.Offers("记录公开发布")) return await visitor.Press(person, card, "记录公开发布", ("发布地址", box.Page(title + Number(card)))) is not null;
        return Array.Find(Plain, card.Offers) is { } button && await visitor.Press(person, card, button) is not null;
    }

    private static string Number(ReadCard card) => card.Text.IndexOf("模商发〔", StringComparison.Ordinal) is var at and >= 0
        ? card.Text[at..(card.Text.IndexOf('号', at) + 1)]
        : "";
}
