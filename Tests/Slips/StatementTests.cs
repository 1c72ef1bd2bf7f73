using DisclosureBot.Slips;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace DisclosureBot.Tests.Slips;

/// <summary>The prescribed words, for every way the four desks can agree and differ. The expected words stand here a second time, as a table.</summary>
public sealed class StatementTests
{
    private static readonly string[] Plain = ["此件公开发布", "此件不公开", "此件依申请公开", "此件删减后公开"];
    private static readonly string[] Agreeing = ["同意此件公开发布", "同意此件不公开", "同意此件依申请公开", "同意此件删减后公开"];
    private static readonly string[] Differing = ["此件应公开发布", "此件应不公开", "此件应依申请公开", "此件应删减后公开"];

    public static TheoryData<DisclosureAttribute, DisclosureAttribute, DisclosureAttribute, DisclosureAttribute> AllCombinations()
    {
        var all = new TheoryData<DisclosureAttribute, DisclosureAttribute, DisclosureAttribute, DisclosureAttribute>();
        foreach (var drafter in AttributeStatement.InOrder)
            foreach (var head in AttributeStatement.InOrder)
                foreach (var office in AttributeStatement.InOrder)
                    foreach (var leader in AttributeStatement.InOrder)
                        all.Add(drafter, head, office, leader);
        return all;
    }

    [Theory]
    [MemberData(nameof(AllCombinations))]
    public void Every_combination_gives_the_prescribed_words(DisclosureAttribute drafter, DisclosureAttribute head, DisclosureAttribute office, DisclosureAttribute leader)
    {
        var story = new SlipStory().Draft(SlipStory.Form(drafter)).Sign("pulan", head).Sign("zhoulin", office).Sign("gaoyuan", leader);

        string?[] expected =
        [
            Plain[(int)drafter],
            drafter == head ? Agreeing[(int)head] : Differing[(int)head],
            head == office ? Agreeing[(int)office] : Differing[(int)office],
            head == leader ? "同意" : Plain[(int)leader],
        ];
        Assert.Equal(expected, story.Statements);
        Assert.Equal(leader, story.Now.Final);
    }

    /// <summary>The same with opinions, roundabouts and returns in between: whatever happened, the boxes read as prescribed.</summary>
    [Property(MaxTest = 300)]
    public Property Any_walk_of_a_slip_leaves_only_prescribed_words_in_its_boxes()
    {
        var walk = Gen.ListOf(Gen.Choose(0, 11));
        return Prop.ForAll(walk.ToArbitrary(), steps =>
        {
            var story = new SlipStory().Draft();
            foreach (var step in steps) Step(story, step);
            return Holds(story.Now);
        });
    }

    private static void Step(SlipStory story, int step)
    {
        var slip = story.Now;
        var actor = slip.Stage switch { Stage.SectionHead => "pulan", Stage.GeneralOffice => "xushan", _ => "gaoyuan" };
        SlipCommand command = step switch
        {
            < 8 => new SlipCommand.Sign(slip.Turn, SlipStory.Value((DisclosureAttribute)(step % 4), "已阅")),
            8 => new SlipCommand.Return(slip.Turn, "请修改", Stage.SectionHead),
            9 => new SlipCommand.Return(slip.Turn, "请修改", slip.Stage),
            10 => new SlipCommand.TakeBack(slip.Turn),
            _ => new SlipCommand.Withdraw(slip.Turn),
        };
        if (command is SlipCommand.TakeBack) actor = slip.Stage == Stage.GeneralOffice ? "pulan" : "xushan";
        if (command is SlipCommand.Withdraw) actor = "liying";
        if (slip.Phase == SlipPhase.WithDrafter)
            (actor, command) = ("liying", new SlipCommand.Resubmit(slip.Turn, SlipStory.Form((DisclosureAttribute)(step % 4))));
        story.Try(actor, command);
    }

    private static bool Holds(Slip slip)
    {
        var asked = slip.Content.Attribute;
        foreach (var signature in slip.Signatures)
        {
            string[] allowed = signature.Stage == Stage.Leader ? ["同意", .. Plain] : [.. Agreeing, .. Differing];
            if (!allowed.Contains(signature.Statement)) return false;
            if (signature.Stage == Stage.Leader && (signature.Statement == "同意") != (signature.Value == slip.SignedAt(Stage.SectionHead)!.Value)) return false;
        }

        var stages = slip.Signatures.Select(signature => signature.Stage).ToList();
        return stages.SequenceEqual(stages.Order().Distinct())
            && slip.Signatures.Zip(slip.Signatures.Skip(1)).All(pair => pair.First.By.Id != pair.Second.By.Id)
            && slip.Signatures.All(signature => signature.By.Id != slip.Drafter.Id)
            && slip.Phase == SlipPhase.Signed == slip.Final.HasValue
            && Enum.IsDefined(asked);
    }
}
