namespace DisclosureBot.Cards.Slips;

/// <summary>What a click on a slip's card asks for, as read from its payload. Nothing in it is trusted.</summary>
public abstract record SlipClick
{
    private SlipClick() { }

    /// <summary>提交 on the drafting card.</summary>
    public sealed record Draft(string Key, DraftInput Input) : SlipClick;

    /// <summary>The agreed statement's button, or 签署.</summary>
    public sealed record Sign(string Slip, long Turn, ReviewInput Input) : SlipClick;

    /// <summary>退回修改.</summary>
    public sealed record Return(string Slip, long Turn, ReviewInput Input) : SlipClick;

    /// <summary>不予签发.</summary>
    public sealed record Decline(string Slip, long Turn, ReviewInput Input) : SlipClick;

    /// <summary>修改后重新提交.</summary>
    public sealed record Resubmit(string Slip, long Turn, DraftInput Input) : SlipClick;

    /// <summary>撤回.</summary>
    public sealed record Withdraw(string Slip, long Turn) : SlipClick;

    /// <summary>收回签署.</summary>
    public sealed record TakeBack(string Slip, long Turn) : SlipClick;

    /// <summary>Open or refresh: show the slip as it now stands.</summary>
    public sealed record Show(string Slip) : SlipClick;
}
