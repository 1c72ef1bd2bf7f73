namespace DisclosureBot.Cards.Slips;

/// <summary>The verbs of a slip's buttons, as they travel.</summary>
public static class SlipVerbs
{
    public const string Draft = "slip.draft";
    public const string Sign = "slip.sign";
    public const string Return = "slip.return";
    public const string Decline = "slip.decline";
    public const string Resubmit = "slip.resubmit";
    public const string Withdraw = "slip.withdraw";
    public const string TakeBack = "slip.takeBack";
    public const string Show = "slip.show";
    public const string Files = "slip.files";
    public const string Colleagues = "slip.colleagues";
}
