namespace DisclosureBot.Slips;

/// <summary>Checks a reviewer's form and words the signature: opinion, prescribed statement, reason and ground.</summary>
public static class SignCheck
{
    /// <summary>Null when it can be signed, with the opinion as it will stand in the box; otherwise what is missing.</summary>
    public static Refusal? Read(Slip slip, SignForm form, out string? opinion)
    {
        opinion = Wording.Clean(form.Opinion);
        if (form.Value is not { } value) return Invalid("请选择“公开属性”。");
        if (Wording.TooLong(opinion, "处理意见", Wording.OpinionLimit) is { } longOpinion) return longOpinion;
        opinion = Wording.Ended(opinion);
        if (opinion is not null && AttributeStatement.StandsIn(opinion))
            return Invalid("“处理意见”里请不要写公开属性的表述(此件……、应不公开等),系统会按您的选择写入规定的表述。");
        if (opinion?.Contains("不同意", StringComparison.Ordinal) == true && value == slip.Asked)
            return Invalid("“处理意见”里写了“不同意”,与您所按的同意相矛盾,请核对后再签署。");
        if (slip.Stage == Stage.GeneralOffice && !form.FormatChecked)
            return Invalid("文种或格式不符的,请“退回修改”并写明;核对无误后请勾选“文种正确”“格式规范”再签署。");
        return value == slip.Asked || AdoptsOffice(slip, value) ? null : Differing(slip, form, value);
    }

    public static SlipEvent.Signed Fact(Slip slip, SignForm form, string? opinion, Who by, DateTimeOffset at)
    {
        var value = form.Value!.Value;
        var statement = slip.Stage == Stage.Leader ? AttributeStatement.OfLeader(slip.Asked, value) : AttributeStatement.OfReviewer(slip.Asked, value);
        var agrees = value == slip.Asked;
        var reason = agrees ? null : Wording.Clean(form.Reason) ?? (AdoptsOffice(slip, value) ? "采纳办公室意见" : null);
        var ground = agrees || !AttributeStatement.IsLessOpen(value, slip.Asked)
            ? null
            : StatutoryGround.Of(form.Ground, form.Reason, form.Opinion) ?? slip.SignedAt(Stage.GeneralOffice)?.Ground;
        return new SlipEvent.Signed(by, at, slip.Stage, value, statement, opinion, reason, ground, [])
        {
            ImportantPolicy = slip.Stage == Stage.SectionHead ? form.ImportantPolicy : null,
        };
    }

    /// <summary>A leader who follows the office where it differed from the section has the office's reason before him.</summary>
    private static bool AdoptsOffice(Slip slip, DisclosureAttribute value) =>
        slip.Stage == Stage.Leader && slip.SignedAt(Stage.GeneralOffice)?.Value == value;

    private static Refusal? Differing(Slip slip, SignForm form, DisclosureAttribute value)
    {
        if (Wording.Reason(form.Reason, "理由", out _) is { } wrong) return wrong;
        return AttributeStatement.IsLessOpen(value, slip.Asked) && StatutoryGround.Of(form.Ground, form.Reason, form.Opinion) is null
            ? Invalid("改为更少公开的,请选择“法定依据”,或在理由中写明《条例》第十四、十五、十六条中的哪一条。")
            : null;
    }

    private static Refusal Invalid(string text) => new(RefusalKind.Invalid, text);
}
