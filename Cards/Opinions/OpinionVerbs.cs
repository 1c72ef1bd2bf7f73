namespace DisclosureBot.Cards.Opinions;

/// <summary>The verbs of an item's steps, as they travel.</summary>
public static class OpinionVerbs
{
    public const string Take = "opinion.take";
    public const string Pass = "opinion.pass";
    public const string Assess = "opinion.assess";
    public const string SetLevel = "opinion.setLevel";
    public const string Assign = "opinion.assign";
    public const string Note = "opinion.note";
    public const string Merge = "opinion.merge";
    public const string TransferOut = "opinion.transferOut";
    public const string Draft = "opinion.draft";
    public const string Review = "opinion.review";
    public const string Release = "opinion.release";
    public const string MeetPressConference = "opinion.meetPressConference";
    public const string MeetFirstRelease = "opinion.meetFirstRelease";
    public const string MeetResponse = "opinion.meetResponse";
    public const string Close = "opinion.close";

    public static readonly IReadOnlyList<string> All =
        [Take, Pass, Assess, SetLevel, Assign, Note, Merge, TransferOut, Draft, Review, Release, MeetPressConference, MeetFirstRelease, MeetResponse, Close];
}
