namespace DisclosureBot.Cards.Slips;

/// <summary>The verbs of the steps around and after the signatures.</summary>
public static class StepVerbs
{
    public const string FilePlan = "step.filePlan";
    public const string ConfirmPolicy = "step.confirmPolicy";
    public const string EnterPaper = "step.enterPaper";
    public const string ConfirmPaper = "step.confirmPaper";
    public const string DismissPaper = "step.dismissPaper";
    public const string Print = "step.print";
    public const string Register = "step.register";
    public const string Seal = "step.seal";
    public const string Issue = "step.issue";
    public const string ListRemovals = "step.listRemovals";
    public const string ConfirmRedaction = "step.confirmRedaction";
    public const string HandOver = "step.handOver";
    public const string Receive = "step.receive";
    public const string ReturnHandover = "step.returnHandover";
    public const string ReviewSecrecy = "step.reviewSecrecy";
    public const string Publish = "step.publish";
    public const string Catalogue = "step.catalogue";
    public const string PublishFeedback = "step.publishFeedback";
    public const string ReleaseInterpretation = "step.releaseInterpretation";
    public const string RecordOutside = "step.recordOutside";
    public const string ChangeAttribute = "step.changeAttribute";
    public const string TakeDown = "step.takeDown";
    public const string Consult = "step.consult";
    public const string Countersign = "step.countersign";
    public const string AnswerConsultation = "step.answerConsultation";
    public const string WaiveConsultation = "step.waiveConsultation";
    public const string Copy = "step.copy";
    public const string PassOn = "step.passOn";
    public const string Urge = "step.urge";

    /// <summary>Those that name colleagues: they stand on <see cref="ColleaguesCard"/>.</summary>
    public static readonly IReadOnlyList<string> WithColleagues = [Consult, Countersign, PassOn, Copy];

    public static readonly IReadOnlyList<string> All =
    [
        FilePlan, ConfirmPolicy, EnterPaper, ConfirmPaper, DismissPaper, Print, Register, Seal, Issue, ListRemovals, ConfirmRedaction,
        HandOver, Receive, ReturnHandover, ReviewSecrecy, Publish, Catalogue, PublishFeedback, ReleaseInterpretation, RecordOutside, ChangeAttribute, TakeDown,
        Consult, Countersign, AnswerConsultation, WaiveConsultation, Copy, PassOn, Urge,
    ];
}
