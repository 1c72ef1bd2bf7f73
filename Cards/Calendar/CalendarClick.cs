using System.Text.Json;

namespace DisclosureBot.Cards.Calendar;

/// <summary>The verbs of a calendar card's buttons, as they travel.</summary>
public static class CalendarVerbs
{
    public const string Propose = "calendar.propose";
    public const string Confirm = "calendar.confirm";
    public const string Reject = "calendar.reject";
    public const string Show = "calendar.show";
}

/// <summary>What a click on a calendar card asks for, as read from its payload. Nothing in it is trusted.</summary>
public abstract record CalendarClick
{
    private CalendarClick() { }

    /// <summary>提交核对.</summary>
    public sealed record Propose(string Key, ImportInput Input) : CalendarClick;

    /// <summary>确认生效.</summary>
    public sealed record Confirm(string Calendar) : CalendarClick;

    /// <summary>退回.</summary>
    public sealed record Reject(string Calendar, string? Reason) : CalendarClick;

    /// <summary>Open or refresh: show the import as it now stands.</summary>
    public sealed record Show(string Calendar) : CalendarClick;

    /// <summary>Null where the verb is not a calendar's or the payload is malformed; never throws, whatever the JSON.</summary>
    public static CalendarClick? Read(string verb, JsonElement data) => Payload.Read(data, payload => Read(verb, payload));

    private static CalendarClick? Read(string verb, Payload data) => verb switch
    {
        CalendarVerbs.Propose => Proposed(data, data.Required("form")),
        CalendarVerbs.Confirm => new Confirm(data.Required("calendar")),
        CalendarVerbs.Reject => new Reject(data.Required("calendar"), data.Text("rejectReason", Payload.Typed)),
        CalendarVerbs.Show => new Show(data.Required("calendar")),
        _ => null,
    };

    private static Propose Proposed(Payload data, string key) => new(key, new ImportInput
    {
        Year = data.Text("year"),
        Scope = data.Chosen("scope", key),
        Text = data.Text("notice", Payload.Typed),
    });
}
