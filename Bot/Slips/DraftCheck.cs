using DisclosureBot.Bureau;

namespace DisclosureBot.Slips;

/// <summary>Checks a drafting form and makes the content of it (四(一)1).</summary>
public static class DraftCheck
{
    public const string SecretText =
        "涉密文件请走线下涉密渠道办理,勿在本系统填写标题、内容或上传文件。本次填写的内容没有保存。";

    /// <summary>The same when it shows only at a revision: what was registered before is still there and must be dealt with by people.</summary>
    public const string SecretAfterAllText =
        "涉密文件请走线下涉密渠道办理。本次修改的内容没有保存;此前登记的标题等信息仍在系统中,请不要再继续办理本件,并立即报告办公室,按保密规定处理。";

    /// <summary>Null and the content, or the refusal. A classified document is refused before anything else is looked at (B-3).</summary>
    public static Refusal? Read(DraftForm form, Person drafter, Roster roster, out DraftContent content)
    {
        content = null!;
        if (form.Secret == true) return new Refusal(RefusalKind.Secret, SecretText);
        var title = Wording.Clean(form.Title);
        var recipients = Wording.Clean(form.MainRecipients);
        var reason = Wording.Clean(form.Reason);
        if (title is null) return Invalid("请填写“标题”。");
        if (Wording.TooLong(title, "标题", Wording.TitleLimit) is { } longTitle) return longTitle;
        if (form.Genre is null || !DocumentGenre.All.Contains(form.Genre)) return Invalid("请选择“文种”。");
        if (Wording.TooLong(recipients, "主送", Wording.RecipientsLimit) is { } longRecipients) return longRecipients;
        if (form.Attribute is not { } attribute) return Invalid("请选择“公开属性”。");
        if (Wording.TooLong(reason, "理由", Wording.ReasonLimit) is { } longReason) return longReason;
        if (attribute != DisclosureAttribute.Public && reason is null) return Invalid($"拟定“{AttributeStatement.Plain(attribute)}”的,请填写“理由”。");
        var ground = StatutoryGround.Of(form.Ground, reason);
        if (attribute == DisclosureAttribute.NotDisclosed && ground is null)
            return Invalid("拟定“此件不公开”的,请选择“法定依据”,或在理由中写明《条例》第十四、十五、十六条中的哪一条。");
        var signers = Desks.Signers(drafter.Id, roster);
        if (signers.FirstOrDefault(person => person.Id == (form.SignerId ?? signers.FirstOrDefault()?.Id)) is not { } signer) return Invalid("请选择“签发人”。");

        content = new DraftContent(title, form.Genre, form.Normative, form.ImportantPolicy,
            form.Urgency is not null && UrgencyLevel.All.Contains(form.Urgency) ? form.Urgency : UrgencyLevel.Ordinary,
            recipients ?? "", attribute,
            reason,
            attribute == DisclosureAttribute.Public ? null : ground,
            Who.Of(signer))
        {
            OnBehalf = form.OnBehalf,
            PreDecision = form.PreDecision,
        };
        return null;
    }

    private static Refusal Invalid(string text) => new(RefusalKind.Invalid, text);
}
