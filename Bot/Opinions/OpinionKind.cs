namespace DisclosureBot.Opinions;

/// <summary>What an item turns out to be (研判): the kinds that 国办发〔2016〕61号 and 80号 tell apart. The names travel in events and payloads.</summary>
public enum OpinionKind
{
    /// <summary>误解误读: of a policy; answered by interpretation.</summary>
    Misunderstanding,

    /// <summary>不实信息: clarified promptly (三(九), O-04).</summary>
    FalseInformation,

    /// <summary>实际困难: solved, and the result told.</summary>
    Hardship,

    /// <summary>建设性意见: what was adopted is told.</summary>
    Suggestion,

    /// <summary>公众切身利益.</summary>
    PublicInterest,

    /// <summary>民生领域冲击道德底线.</summary>
    MoralLine,

    /// <summary>社会热点.</summary>
    Hotspot,

    /// <summary>上级要求回应.</summary>
    SuperiorRequest,

    /// <summary>突发事件: its level is a person's to set (B-22).</summary>
    Emergency,
}

/// <summary>How much an item weighs that is no emergency.</summary>
public enum OpinionLevel { General, Important }

/// <summary>特别重大, 重大, 较大, 一般 (突发事件应对法 第3条): the event's level, not that of a warning or a response.</summary>
public enum IncidentLevel { General, Major, Serious, ExtraordinarilySerious }

/// <summary>On whose word the level of an emergency stands (B-22).</summary>
public enum LevelAuthority
{
    /// <summary>主要负责人, who sets it here.</summary>
    PrincipalLeader,

    /// <summary>州应急管理部门 or the government, whose notice is written down here.</summary>
    EmergencyAuthority,
}

/// <summary>How an item weighs for the alarm, from the lightest; decides how long it may rest untaken and whether the night is respected.</summary>
public enum Gravity { General, Important, Unassessed, GeneralIncident, MajorIncident, UnrankedIncident, SeriousIncident, ExtraordinaryIncident }

/// <summary>The names as people read them.</summary>
public static class OpinionNames
{
    public static string Of(OpinionKind kind) => kind switch
    {
        OpinionKind.Misunderstanding => "误解误读",
        OpinionKind.FalseInformation => "不实信息",
        OpinionKind.Hardship => "实际困难",
        OpinionKind.Suggestion => "建设性意见",
        OpinionKind.PublicInterest => "公众切身利益",
        OpinionKind.MoralLine => "冲击道德底线",
        OpinionKind.Hotspot => "社会热点",
        OpinionKind.SuperiorRequest => "上级要求回应",
        OpinionKind.Emergency => "突发事件",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Of(OpinionLevel level) => level switch
    {
        OpinionLevel.General => "一般舆情",
        OpinionLevel.Important => "重要舆情",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
    };

    public static string Of(IncidentLevel level) => level switch
    {
        IncidentLevel.General => "一般",
        IncidentLevel.Major => "较大",
        IncidentLevel.Serious => "重大",
        IncidentLevel.ExtraordinarilySerious => "特别重大",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
    };

    public static string Of(LevelAuthority authority) => authority switch
    {
        LevelAuthority.PrincipalLeader => "主要领导",
        LevelAuthority.EmergencyAuthority => "应急管理部门通报",
        _ => throw new ArgumentOutOfRangeException(nameof(authority), authority, null),
    };

    public static string Of(Gravity gravity) => gravity switch
    {
        Gravity.General => "一般舆情",
        Gravity.Important => "重要舆情",
        Gravity.Unassessed => "未研判",
        Gravity.GeneralIncident => "一般突发事件",
        Gravity.MajorIncident => "较大突发事件",
        Gravity.UnrankedIncident => "突发事件(待定级)",
        Gravity.SeriousIncident => "重大突发事件",
        Gravity.ExtraordinaryIncident => "特别重大突发事件",
        _ => throw new ArgumentOutOfRangeException(nameof(gravity), gravity, null),
    };

    /// <summary>What the answer to an item of this kind is: the word on the button and in the register (国办发〔2016〕80号).</summary>
    public static string Answer(OpinionKind? kind) => kind switch
    {
        OpinionKind.Misunderstanding => "解读说明",
        OpinionKind.FalseInformation => "澄清",
        OpinionKind.Hardship => "处理结果",
        OpinionKind.Suggestion => "采纳情况",
        OpinionKind.Emergency => "权威信息",
        _ => "回应",
    };

    public static bool IsEmergency(this Gravity gravity) => gravity >= Gravity.GeneralIncident;
}
