using DisclosureBot.Bureau;
using DisclosureBot.Opinions;

namespace DisclosureBot.Asking;

/// <summary>Says a question back, as it was understood, and what may be asked next. Pure.</summary>
internal static class Spoken
{
    public static string Of(Question question, Person asker)
    {
        List<string?> parts =
        [
            question.Number,
            question.Section?.Name,
            Whose(question.Owner, asker, "起草"),
            Whose(question.Named, asker, ""),
            question.Holder is { } holder ? $"等{You(holder, asker)}办理" : null,
            Whose(question.Signer, asker, "签署"),
            question.AttributeName,
            question.IsNormative ? "规范性文件" : null,
            question.PlaceName,
            question.Kind == OpinionCase.Kind ? question.IsUntaken ? "还没有人接手的舆情" : "舆情" : null,
            question.Open is { } open && question.Due is null && question.Holder is null && question.PlaceName is null ? open ? "在办" : "已办结" : null,
            Due(question),
            question.When is { } when ? when.Name + Verb(question.Happened) : null,
            question.Words.Length > 0 ? $"“{question.Words}”" : null,
        ];
        var said = string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));
        return said.Length == 0 ? "您的问题" : said;
    }

    /// <summary>Two or three, none of them what was just asked.</summary>
    public static IReadOnlyList<string> FollowUps(Question question, Person asker)
    {
        IEnumerable<string?> ready =
        [
            question is { Section: { } section, Places.Count: > 0 } ? $"{section.Name} 在办" : null,
            question is { Section: { } late, IsOverdue: false } ? $"{late.Name} 逾期" : null,
            question is { Owner: { } owner } && owner.Id != asker.Id ? $"等{Names.Bare(owner.Name)}办的有哪些" : null,
            question is { Named: { } named } && named.Id != asker.Id ? $"等{Names.Bare(named.Name)}办的有哪些" : null,
            question.IsOverdue ? "本周到期" : "逾期",
            question.Due is null || question.IsOverdue ? "明天到期" : null,
            question.Owner?.Id == asker.Id && question.Open is true ? null : "谁压着我的文件",
            question.Holder?.Id == asker.Id ? null : "待办",
            "我的",
        ];
        return [.. ready.OfType<string>().Distinct(StringComparer.Ordinal).Take(3)];
    }

    public static string You(Person person, Person asker) => person.Id == asker.Id ? "您" : person.Name;

    private static string? Whose(Person? person, Person asker, string verb) => person is null ? null : You(person, asker) + verb;

    private static string? Due(Question question) => question switch
    {
        { IsOverdue: true } => $"{question.Due?.Name}逾期",
        { Due: { } due } => due.Name.EndsWith("逾期", StringComparison.Ordinal) ? due.Name : due.Name + "到期",
        _ => null,
    };

    private static string Verb(Happening? happened) => happened switch
    {
        null => "",
        Happening.Drafted => "提交",
        Happening.Returned => "退回",
        Happening.Signed => "签发",
        Happening.Issued => "发文",
        Happening.HandedOver => "移交",
        Happening.Published => "发布",
        Happening.Archived => "归档",
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, null),
    };
}
