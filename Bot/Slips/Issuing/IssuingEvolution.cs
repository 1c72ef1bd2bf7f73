using System.Globalization;
using DisclosureBot.Slips.Deadlines;

namespace DisclosureBot.Slips.Issuing;

/// <summary>What a slip becomes by a fact of its issue.</summary>
internal static class IssuingEvolution
{
    public static Slip Apply(Slip slip, IssuingEvent fact) => fact switch
    {
        IssuingEvent.Printed e => slip.Run(DeadlineKind.Handover, e.Handover) with
        {
            Issue = slip.Issue with { PrintedOn = e.On, Copies = e.Copies, Printed = new Done(e.By, e.At) },
            Trail = slip.Add(e, SlipAct.Issue, string.Create(CultureInfo.InvariantCulture, $"印制完成({e.On:M月d日},{e.Copies}份)")),
        },
        IssuingEvent.Registered e => slip with
        {
            Issue = slip.Issue with { Number = e.Number, Registered = new Done(e.By, e.At) },
            Trail = slip.Add(e, SlipAct.Issue, $"登记,文号{e.Number}", e.GapReason),
        },
        IssuingEvent.Sealed e => slip with
        {
            Issue = slip.Issue with { Sealed = new Done(e.By, e.At) },
            Trail = slip.Add(e, SlipAct.Issue, "用印"),
        },
        IssuingEvent.Issued e => slip with
        {
            Issue = slip.Issue with { Issued = new Done(e.By, e.At) },
            Trail = slip.Add(e, SlipAct.Issue, "发文"),
        },
        _ => throw new InvalidOperationException($"Unknown event {fact.GetType().Name}."),
    };
}
