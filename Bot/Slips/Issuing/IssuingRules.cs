using System.Globalization;
using DisclosureBot.Bureau;
using DisclosureBot.Clock;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Steps;

namespace DisclosureBot.Slips.Issuing;

/// <summary>印制 → 登记 → 用印 → 发文, each by whom it belongs to and in this order only (四(一)4, F-14). Pure.</summary>
public sealed class IssuingRules(Roster roster, SlipClocks clocks)
{
    public const int MostCopies = 100_000;

    public Decision<SlipEvent> Decide(Slip slip, IssuingCommand command, Person actor, DateTimeOffset at)
    {
        var by = Who.Of(actor);
        return command switch
        {
            IssuingCommand.Print print => Print(slip, print, actor, at),
            IssuingCommand.Register register => Register(slip, register, actor, at),
            IssuingCommand.Seal when slip.Issue.Sealed?.By.IsHandOf(actor) == true => StepAnswers.Nothing,
            IssuingCommand.Seal => Refused(slip, command, NotSealing(slip, actor)) ?? StepAnswers.Accept(new IssuingEvent.Sealed(by, at)),
            IssuingCommand.Issue when slip.Issue.Issued?.By.IsHandOf(actor) == true => StepAnswers.Nothing,
            IssuingCommand.Issue => Refused(slip, command, NotIssuing(slip, actor)) ?? StepAnswers.Accept(new IssuingEvent.Issued(by, at)),
            _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
        };
    }

    private Decision<SlipEvent> Print(Slip slip, IssuingCommand.Print print, Person actor, DateTimeOffset at)
    {
        if (slip.Issue.Printed?.By.IsHandOf(actor) == true && slip.Issue.PrintedOn == (print.On ?? slip.Issue.PrintedOn) && slip.Issue.Copies == print.Copies) return StepAnswers.Nothing;
        if (Refused(slip, print, NotPrinting(slip, actor)) is { } refused) return refused;
        var today = BureauTime.Day(at);
        var on = print.On ?? today;
        if (on > today) return StepAnswers.Invalid("印制日期不能晚于今天。");
        if (on < slip.SignedAt(Stage.Leader)!.On) return StepAnswers.Invalid("印制日期不能早于签发日期,签发后才能印制。");
        if (print.Copies is not { } copies || copies is < 1 or > MostCopies) return StepAnswers.Invalid($"请填写“印制份数”,1至{MostCopies}份。");
        // 文件制作 starts the clock of the hand-over; 此件不公开 is not handed over (F-15, B-10).
        var handover = slip.Attribute == DisclosureAttribute.NotDisclosed ? null : clocks.Handover(on, slip.IsConfirmedNormative, at);
        return StepAnswers.Accept(new IssuingEvent.Printed(Who.Of(actor), at, on, copies, handover));
    }

    private Decision<SlipEvent> Register(Slip slip, IssuingCommand.Register register, Person actor, DateTimeOffset at)
    {
        var asked = DocumentCode.Read(register, BureauTime.Day(at), out var number);
        if (slip.Issue.Registered?.By.IsHandOf(actor) == true && (asked is not null || slip.Issue.Number == number)) return StepAnswers.Nothing;
        if (Refused(slip, register, NotRegistering(slip, actor)) is { } refused) return refused;
        if (asked is not null) return asked;
        var next = register.Ledger.Last + 1;
        var proposal = number with { Sequence = next };
        if (register.Ledger.IsTaken) return StepAnswers.Invalid($"文号{number}已登记给其他文件,不能重号。下一号是{proposal}。");
        var reason = Wording.Clean(register.GapReason);
        if (Wording.TooLong(reason, "跳号或补号说明", Wording.ReasonLimit) is { } tooLong) return tooLong;
        if (number.Sequence > next && reason is null) return StepAnswers.Invalid($"下一号应为{proposal}。跳号登记的,请填写“跳号或补号说明”。");
        if (number.Sequence < next && reason is null) return StepAnswers.Invalid($"{number}是此前空出的号,下一号应为{proposal}。补用空号的,请填写“跳号或补号说明”。");
        return StepAnswers.Accept(new IssuingEvent.Registered(Who.Of(actor), at, number, number.Sequence == next ? null : reason));
    }

    /// <summary>Why this person cannot record the printing now; null when they can.</summary>
    internal static Refusal? NotPrinting(Slip slip, Person actor)
    {
        if (slip.Issue.Printed is { } done) return StepAnswers.DoneBy(done.By, done.At, "记录印制");
        if (!SlipDuties.IsDrafter(slip, actor)) return StepAnswers.Forbidden($"印制由起草人{slip.Drafter.Name}办理。");
        return StepAnswers.NotSigned(slip, "印制");
    }

    /// <summary>Why this person cannot register now; null when they can.</summary>
    internal Refusal? NotRegistering(Slip slip, Person actor)
    {
        if (slip.Issue.Registered is { } done) return StepAnswers.DoneBy(done.By, done.At, $"登记文号{slip.Issue.Number}");
        if (NotOffice(actor, "登记") is { } stranger) return stranger;
        if (StepAnswers.NotSigned(slip, "登记") is { } early) return early;
        return slip.Issue.Printed is null ? StepAnswers.Invalid($"本件还没有印制。请起草人{slip.Drafter.Name}先印制,再到办公室登记。") : null;
    }

    /// <summary>Why this person cannot record the seal now; null when they can.</summary>
    internal Refusal? NotSealing(Slip slip, Person actor)
    {
        if (slip.Issue.Sealed is { } done) return StepAnswers.DoneBy(done.By, done.At, "用印");
        if (NotOffice(actor, "用印") is { } stranger) return stranger;
        if (StepAnswers.NotSigned(slip, "用印") is { } early) return early;
        return slip.Issue.Registered is null ? StepAnswers.Invalid("本件还没有登记文号,请先登记,再用印。") : null;
    }

    /// <summary>Why this person cannot record the issue now; null when they can.</summary>
    internal Refusal? NotIssuing(Slip slip, Person actor)
    {
        if (slip.Issue.Issued is { } done) return StepAnswers.DoneBy(done.By, done.At, "发文");
        if (NotOffice(actor, "发文") is { } stranger) return stranger;
        if (StepAnswers.NotSigned(slip, "发文") is { } early) return early;
        return slip.Issue.Sealed is null ? StepAnswers.Invalid("本件还没有用印,请先用印,再发文。") : null;
    }

    private Refusal? NotOffice(Person actor, string what) => SlipDuties.IsGeneralOffice(actor)
        ? null
        : StepAnswers.Forbidden($"{what}由办公室({Desks.Names(roster.People.Where(SlipDuties.IsGeneralOffice))})办理。");

    private static Decision<SlipEvent>? Refused(Slip slip, SlipCommand command, Refusal? refusal) =>
        StepAnswers.Overtaken(slip, command) is { } late ? late : refusal is { } why ? (Decision<SlipEvent>)why : null;
}

/// <summary>Reads a typed 发文字号.</summary>
public static class DocumentCode
{
    public const int LongestCode = 12;
    public const int LastSequence = 100_000;

    /// <summary>Null and the number, or what is wrong with it.</summary>
    /// <param name="register">As typed.</param>
    /// <param name="today">Bureau time. Numbers count per year; in January the last of the old year may still be given.</param>
    /// <param name="number">Cleaned, where there is one.</param>
    public static Refusal? Read(IssuingCommand.Register register, DateOnly today, out DocumentNumber number)
    {
        number = new DocumentNumber("", 0, 0);
        if (Code(register.Code) is not { } code)
            return StepAnswers.Invalid($"请填写“机关代字”,只用汉字,最多{LongestCode}字,例如“楚商发”;年份和序号另填。");
        if (register.Year is not { } year || (year != today.Year && (year != today.Year - 1 || today.Month > 1)))
            return StepAnswers.Invalid(string.Create(CultureInfo.InvariantCulture, $"文号年份应为{today.Year}年;上一年的文号只能在1月补登。"));
        if (register.Sequence is not { } sequence || sequence is < 1 or > LastSequence)
            return StepAnswers.Invalid($"请填写“序号”,为1至{LastSequence}的整数。");
        number = new DocumentNumber(code, year, sequence);
        return null;
    }

    /// <summary>The code without blanks; null where it is none.</summary>
    public static string? Code(string? typed) =>
        Wording.Clean(typed)?.Replace(" ", "", StringComparison.Ordinal) is { Length: > 0 } code
            && code.EnumerateRunes().Count() <= LongestCode && code.EnumerateRunes().All(rune => IsHan(rune.Value))
                ? code
                : null;

    // Unified ideographs with their extensions; neither brackets nor digits, which belong to the year.
    private static bool IsHan(int letter) => letter is (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFF);
}
