using System.Text.Json;
using DisclosureBot.Journal;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Consulting;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Interpretation;
using DisclosureBot.Slips.Issuing;
using DisclosureBot.Slips.PaperSigning;
using DisclosureBot.Tests.Support;
using Xunit;
using static DisclosureBot.Tests.Slips.StepStory;

namespace DisclosureBot.Tests.Slips;

/// <summary>Every kind of event of files, interpretation, issue, paper and consulting is written, read and applied alike.</summary>
public sealed class StepHistoryTests
{
    private static readonly SlipCase Slips = new(new SlipRules(DemoBureau.Roster, DemoBureau.Clocks), DemoBureau.Roster, DemoBureau.Clocks);
    private readonly List<SlipEvent> _facts = [];
    private readonly SlipStory _story = new();

    [Fact]
    public void A_history_with_all_of_them_is_rebuilt_to_the_same_state()
    {
        Do("liying", new SlipCommand.Draft("slip-2026-0000001", "2026-0001", "form-1", SlipStory.Form(DisclosureAttribute.Redacted) with { Normative = true, OnBehalf = true, PreDecision = true }));
        Do("liying", File(FileRole.InterpretationPlan, "plan"));
        Do("liying", new InterpretationCommand.FilePlan("plan"));
        Do("heyan", new InterpretationCommand.ConfirmPolicy(true, true, null));
        Do("liying", File(FileRole.RedactedVersion, "redacted"));
        Do("liying", new FileCommand.ListRemovals("redacted", "删去附表2", "15"));
        Do("pulan", new FileCommand.ConfirmRedaction("redacted"));
        Do("zhoulin", new FileCommand.Open("redacted"));
        Do("liying", new ConsultingCommand.Ask(ConsultationKind.Countersign, ["zhangmu"], null, Waits: true));
        Do("liying", new ConsultingCommand.Ask(ConsultationKind.Opinion, ["luoqing"], "是否可行", Waits: true));
        Do("pulan", new ConsultingCommand.Waive(_story.Now.Consultations[^1].Id, "时间紧"));
        Do("liying", new ConsultingCommand.Copy(["duanhe"]));
        Enter("pulan");
        Do("liying", new PaperCommand.Dismiss(_story.Now.Turn, _story.Now.PendingPaper!.Key, "日期抄错"));
        Enter("pulan");
        Do("pulan", new PaperCommand.Confirm(_story.Now.Turn, _story.Now.PendingPaper!.Key));
        Do("zhangmu", new ConsultingCommand.Answer(_story.Now.Consultations[0].Id, "同意会签"));
        Do("zhoulin", new ConsultingCommand.PassOn("xushan", "出差"));
        Do("xushan", new SlipCommand.Sign(_story.Now.Turn, SlipStory.Value(DisclosureAttribute.Redacted)));
        Do("gaoyuan", new SlipCommand.Sign(_story.Now.Turn, SlipStory.Value(DisclosureAttribute.Redacted)));
        Do("liying", new IssuingCommand.Print(null, 20));
        Do("zhoulin", Number());
        Do("zhoulin", new IssuingCommand.Seal());
        Do("zhoulin", new IssuingCommand.Issue());
        Do("liying", new InterpretationCommand.RecordOutside(Today, "https://example.org/1"));
        Do("liying", File(FileRole.InterpretationMaterial, "material"));
        Keep(Reviewed("material"));
        Do("liying", new InterpretationCommand.Release("https://example.org/2", "局网站", "新闻发布会", LedByHead: true, null));

        foreach (var family in new[] { typeof(FileEvent), typeof(InterpretationEvent), typeof(IssuingEvent), typeof(PaperEvent), typeof(ConsultingEvent) })
            foreach (var kind in family.GetNestedTypes())
                Assert.Contains(_facts, fact => fact.GetType() == kind);
        var rows = _facts.Select(Slips.Row).Select((row, i) => new StoredEvent("slip-2026-0000001", i + 1, row.Type, row.Body, row.Actor, row.At, "", ""));
        Assert.Equal(Slips.Write(_story.Now), Slips.Rebuild(rows));
        Assert.Equal(Slips.Write(_story.Now), Slips.Write(JsonSerializer.Deserialize(Slips.Write(_story.Now), Slips.StateJson)!));
        Assert.True(_story.Now.Content is { OnBehalf: true, PreDecision: true });
    }

    private void Enter(string signer) =>
        Do("liying", new PaperCommand.Enter(_story.Now.Turn, signer, Today, DisclosureAttribute.Redacted, "拟同意。", null, null));

    private void Keep(SlipEvent fact)
    {
        _story.Happened(fact);
        _facts.Add(fact);
    }

    private void Do(string actor, SlipCommand command)
    {
        var before = _story.Slip;
        var decision = _story.Try(actor, command);
        Assert.True(decision is Decision<SlipEvent>.Accepted, (decision as Decision<SlipEvent>.Refused)?.Refusal.Text);
        var made = ((Decision<SlipEvent>.Accepted)decision).Events;
        _facts.AddRange(made);
        Assert.DoesNotContain(Slips.React(before, made, _story.Now).Slots, slot => slot.Alert && slot.Person == actor);
    }
}
