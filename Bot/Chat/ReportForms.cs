using System.Globalization;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Clock;
using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Intake;

namespace DisclosureBot.Chat;

/// <summary>The reporting form: what is offered, and what is wrong with what was typed into it.</summary>
public static class ReportForms
{
    public const string SecretText = "涉密内容请走线下涉密渠道报告,勿在本系统填写标题、情况或上传图片。本次填写的内容没有保存。";

    private static readonly IReadOnlyList<Choice> Places =
        [.. new[] { "微博", "微信", "短视频平台", "新闻媒体", "12345热线", "州长信箱/留言板", "县局上报", "值班电话", "其他" }.Select(name => new Choice(name, name))];

    /// <summary>An empty form: 获知 is now.</summary>
    /// <param name="now">Bureau time.</param>
    public static ReportView Blank(string key, DateTimeOffset now) => new(key, Places, new ReportInput { LearntDay = StepTyping.Show(BureauTime.Day(now)), LearntTime = OpinionMoments.Time(now) }, null);

    public static ReportView Again(string key, ReportInput typed, string fault) => new(key, Places, typed, new Notice(Tone.Bad, fault));

    /// <summary>Null and the story, or the refusal. What is classified is refused before anything else is looked at (B-3).</summary>
    public static Refusal? Read(ReportInput input, string key, DateTimeOffset now, out Story story, out OpinionSource source)
    {
        (story, source) = (null!, null!);
        if (input.Secret == "yes") return new(RefusalKind.Secret, SecretText);
        if (input.Secret != "no") return OpinionAnswers.Invalid("请先确认“是否涉密”。");
        if (Wording.Clean(input.Headline) is not { Length: >= 4 } headline) return OpinionAnswers.Invalid("请填写“标题”,至少4个字,说明是什么事。");
        var (text, place) = (Wording.Clean(input.Text), Wording.Clean(input.Place));
        if ((Wording.TooLong(headline, "标题", ReportCard.HeadlineLimit) ?? Wording.TooLong(text, "情况", ReportCard.TextLimit) ?? Wording.TooLong(place, "地点", ReportCard.PlaceLimit)) is { } longer) return longer;
        if (Places.All(choice => choice.Value != input.Seen)) return OpinionAnswers.Invalid("请选择“在哪里看到”。");
        string? url = null;
        if (input.Url is not null && WebAddress.Read(input.Url, "“链接”", out url) is { } address) return address;
        if (Moment("发生", input.OccurredDay, input.OccurredTime, now, out var occurred) is { } when) return when;
        if (Moment("获知", input.LearntDay, input.LearntTime, now, out var learnt) is { } known) return known;
        if (occurred > (learnt ?? now)) return OpinionAnswers.Invalid("“获知”早于“发生”,请核对两个时间。");
        story = new(headline, text, place, occurred, learnt ?? now);
        source = new(key, input.Seen!, headline, url, learnt ?? now);
        return null;
    }

    /// <summary>Day and time stand or fall together: a clock cannot run from a day.</summary>
    private static Refusal? Moment(string label, string? day, string? time, DateTimeOffset now, out DateTimeOffset? at)
    {
        at = null;
        if (day is null && time is null) return null;
        if (StepTyping.Day(day) is not { } on) return OpinionAnswers.Invalid($"请填写“{label}日期”;不清楚的,日期和时间都不填。");
        if (!TimeOnly.TryParseExact(time?.Replace('\uFF1A', ':'), ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour))
            return OpinionAnswers.Invalid($"请按“21:40”的样子填写“{label}时间”;不清楚的,日期和时间都不填。");
        at = BureauTime.At(on, hour);
        return at <= now ? null : OpinionAnswers.Invalid($"“{label}”的时间还没有到,请核对。");
    }
}
