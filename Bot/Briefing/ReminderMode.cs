namespace DisclosureBot.Briefing;

/// <summary>提醒方式: how a person hears of what concerns them. The names travel in facts and payloads.</summary>
public enum ReminderMode
{
    /// <summary>即时: every message as it comes, and no card in the morning.</summary>
    AtOnce,

    /// <summary>按紧急程度: 加急 too comes at once, the rest with the morning's card.</summary>
    ByUrgency,

    /// <summary>每日汇总: only what cannot wait comes at once.</summary>
    Digest,
}

/// <summary>What people call the ways to be reminded.</summary>
public static class ReminderModes
{
    public static string Name(ReminderMode mode) => mode switch
    {
        ReminderMode.AtOnce => "即时",
        ReminderMode.ByUrgency => "按紧急程度",
        ReminderMode.Digest => "每日汇总",
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, null),
    };

    /// <summary>By its Chinese name, or the name that travels; null for anything else.</summary>
    public static ReminderMode? Read(string? text)
    {
        foreach (var mode in Enum.GetValues<ReminderMode>())
            if (text == Name(mode) || text == Word(mode))
                return mode;
        return null;
    }

    /// <summary>As it travels in payloads.</summary>
    public static string Word(ReminderMode mode) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(mode.ToString());
}
