using System.Globalization;
using DisclosureBot.Clock;

namespace DisclosureBot.Delegations;

/// <summary>How a 委托 reads.</summary>
public static class DelegationText
{
    /// <summary>A stand-in has what was given them and no more.</summary>
    public const string NotPassedOn = "受托人不得转委托:只能代办委托人本人的事项,不能代办委托人受他人委托的事项。";

    public static readonly IReadOnlyList<DelegationScope> Scopes = [DelegationScope.All, DelegationScope.Review, DelegationScope.Handling];

    public static string Of(DelegationScope scope) => scope switch
    {
        DelegationScope.All => "全部",
        DelegationScope.Review => "只代审签",
        DelegationScope.Handling => "只代起草经办",
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, null),
    };

    /// <summary>2026年11月23日至11月27日; one day alone where it is one.</summary>
    public static string Days(Delegation one) => one.Since == one.Until
        ? Full(one.Since)
        : $"{Full(one.Since)}至{(one.Since.Year == one.Until.Year ? Short(one.Until) : Full(one.Until))}";

    public static string Title(Delegation one) => $"{one.From.Name}委托{one.To.Name}";

    public static string Status(Delegation one, DateTimeOffset at) => one switch
    {
        { RevokedBy: { } by, RevokedAt: { } when } => $"已撤销({by.Name},{BureauTime.Show(when, at.Year)})",
        _ when at >= one.Ends => "已到期",
        _ when at >= one.Begins => "进行中",
        _ => $"{Short(one.Since)}起生效",
    };

    private static string Full(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day:yyyy年M月d日}");

    private static string Short(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day:M月d日}");
}
