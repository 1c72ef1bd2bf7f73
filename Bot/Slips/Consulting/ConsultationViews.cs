using DisclosureBot.Cards.Slips;
using DisclosureBot.Clock;

namespace DisclosureBot.Slips.Consulting;

/// <summary>Words what colleagues were asked beside the signatures, and what they said. Pure.</summary>
/// <param name="year">The present year, bureau time; other years are spelled out.</param>
internal sealed class ConsultationViews(int year)
{
    /// <summary>In the order they were asked.</summary>
    public IReadOnlyList<ConsultationView> Of(Slip slip) => [.. slip.Consultations.Select(one => Of(slip, one))];

    private ConsultationView Of(Slip slip, Consultation one) => new(
        one.Kind == ConsultationKind.Countersign ? "会签" : "征求意见",
        $"{one.Of.Name}({one.Section})",
        $"{one.By.Name} {Show(one.At)}",
        one.Question,
        one.Comment,
        State(slip, one),
        one.IsOpen ? Tone.Waiting : one.Comment is null ? Tone.Neutral : Tone.Good);

    private string State(Slip slip, Consultation one) => one switch
    {
        { AnsweredBy: { } by } => $"{(by.Id == one.Of.Id ? "" : by.Name + " ")}{Show(one.EndedAt!.Value)}答复",
        { WaivedBy: { } by } => $"{by.Name} {Show(one.EndedAt!.Value)}撤销:{one.Reason}",
        { IsOpen: false } => "已随本件退回、撤回或办结而结束",
        _ when !Hearing.IsDue(slip, one) => "科室负责人签署后会签",
        { Waits: true } when slip.Phase == SlipPhase.InReview => "等待答复,答复后签署",
        _ => "等待答复,不影响办理",
    };

    private string Show(DateTimeOffset at) => BureauTime.Show(at, year);
}
