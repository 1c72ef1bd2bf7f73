using DisclosureBot.Bureau;
using DisclosureBot.Calendar;
using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Alarm;
using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Opinions.Emergency;
using DisclosureBot.Opinions.Handling;
using DisclosureBot.Opinions.Intake;
using DisclosureBot.Opinions.Response;
using DisclosureBot.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DisclosureBot.Tests.Opinions;

/// <summary>One item under the rules alone: commands in, facts or a refusal out, every accepted fact applied. A minute passes with each.</summary>
internal sealed class OpinionStory
{
    /// <summary>A Monday morning, bureau time.</summary>
    public static readonly DateTimeOffset Morning = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(8));
    public const string Url = "https://shangwu.example/a/1";
    private readonly Roster _roster;
    private readonly List<OpinionEvent> _facts = [];

    public OpinionStory(Roster? roster = null, OpinionSettings? settings = null)
    {
        _roster = roster ?? DemoBureau.Roster;
        Clocks = new(new Calendars(CalendarSettings.Default), settings ?? OpinionSettings.Usual);
        Rules = new(_roster, Clocks);
    }

    public OpinionItem? Item { get; private set; }

    public OpinionItem Now => Item!;

    public OpinionClocks Clocks { get; }

    public OpinionRules Rules { get; }

    /// <summary>As the product puts them together.</summary>
    public OpinionSteps Steps => field ??= new ServiceCollection().AddSingleton(_roster).AddSingleton(TimeProvider.System).AddOpinions(new ConfigurationBuilder().Build()).BuildServiceProvider().GetRequiredService<OpinionSteps>();

    public IReadOnlyList<OpinionEvent> Facts => _facts;

    /// <summary>Bureau time of the next command.</summary>
    public DateTimeOffset Time { get; private set; } = Morning;

    public OpinionStory Later(TimeSpan time) => At(Time + time);

    public OpinionStory At(DateTimeOffset time)
    {
        Time = time;
        return this;
    }

    public Decision<OpinionEvent> Try(string? actor, OpinionCommand command)
    {
        var decision = Rules.Decide(Item, command, actor is null ? null : Person(actor), Time);
        Time = Time.AddMinutes(1);
        if (decision is Decision<OpinionEvent>.Accepted accepted) Suffer([.. accepted.Events]);
        return decision;
    }

    /// <summary>Facts from elsewhere, as if decided.</summary>
    public OpinionStory Suffer(params OpinionEvent[] facts)
    {
        Item = facts.Aggregate(Item, OpinionItem.Evolve);
        _facts.AddRange(facts);
        return this;
    }

    public OpinionStory Do(string? actor, OpinionCommand command)
    {
        var decision = Try(actor, command);
        Assert.True(decision is Decision<OpinionEvent>.Accepted { Events.Count: > 0 }, (decision as Decision<OpinionEvent>.Refused)?.Refusal.Text ?? "nothing happened");
        return this;
    }

    /// <summary>The last of the facts that the command made.</summary>
    public TEvent Made<TEvent>(string? actor, OpinionCommand command)
        where TEvent : OpinionEvent
    {
        Do(actor, command);
        return Assert.IsType<TEvent>(_facts[^1]);
    }

    public Refusal Refused(string? actor, OpinionCommand command)
    {
        var before = Item;
        var refusal = Assert.IsType<Decision<OpinionEvent>.Refused>(Try(actor, command)).Refusal;
        Assert.Same(before, Item);
        return refusal;
    }

    public void Nothing(string? actor, OpinionCommand command) =>
        Assert.Empty(Assert.IsType<Decision<OpinionEvent>.Accepted>(Try(actor, command)).Events);

    /// <summary>Reported by 李映禾 a few minutes after it was seen, unless somebody else is named.</summary>
    public OpinionStory Report(string headline = "网民反映家电以旧换新补贴到账慢", bool suspected = false, Drill? drill = null, string reporter = "liying", Story? story = null, params string[] onDuty) =>
        Do(reporter, Reporting(headline, suspected, drill, story, onDuty));

    public IntakeCommand.Report Reporting(string headline = "网民反映家电以旧换新补贴到账慢", bool suspected = false, Drill? drill = null, Story? story = null, params string[] onDuty) => new(
        drill is null ? "opinion-2026-0000001" : "opinion-drill-2026-0000001", OpinionCase.Number(2026, 1, drill is not null), "form-1",
        story ?? new(headline, "已有多人跟帖", "楚雄市", null, Time.AddMinutes(-10)), Source("form-1"), suspected, drill, onDuty, null);

    public OpinionSource Source(string key, string name = "微博") => new(key, name, "补贴什么时候到账", "https://weibo.example/1", Time.AddMinutes(-20));

    public OpinionStory Take(string actor = "luoqing") => Do(actor, new AlarmCommand.Take());

    public OpinionStory Assess(OpinionKind kind = OpinionKind.Hardship, OpinionLevel level = OpinionLevel.General, string actor = "luoqing") =>
        Do(actor, new HandlingCommand.Assess(kind, level, "需要尽快说明"));

    /// <summary>研判为突发事件, 主要领导定级; occurred an hour before.</summary>
    public OpinionStory Rank(IncidentLevel level = IncidentLevel.Serious, DateTimeOffset? occurredAt = null) =>
        (Now.Kind == OpinionKind.Emergency ? this : Assess(OpinionKind.Emergency)).Do("luming", new EmergencyCommand.SetLevel(level, LevelAuthority.PrincipalLeader, null, occurredAt ?? Time.AddHours(-1)));

    public OpinionStory Assign(string section = "market", string actor = "luoqing") => Do(actor, new HandlingCommand.Assign(section, "请于今日下班前拟写"));

    public OpinionStory Draft(string text = "补贴资金已于本周分批拨付,请留意到账信息。", string actor = "luoqing") => Do(actor, new ResponseCommand.Draft(text));

    public OpinionStory Review(bool cleared = true, string actor = "zhoulin") => Do(actor, new ResponseCommand.Review(cleared, cleared ? null : "涉及工作秘密"));

    public OpinionStory Release(string actor = "luoqing") => Do(actor, new ResponseCommand.Release(Url, "局网站", null));

    /// <summary>Drafted, cleared and out.</summary>
    public OpinionStory Answer() => Draft().Review().Release();

    public OpinionStory MeetPress(string actor = "luoqing") => Do(actor, new EmergencyCommand.MeetClock(OpinionClockKind.PressConference, Time, null, Url, null));

    public OpinionStory Close(string actor = "luoqing") => Do(actor, new HandlingCommand.Close("回应及时,舆情平稳。"));

    private Person Person(string id) => _roster.Find(id) ?? throw new ArgumentException($"Nobody called {id}.", nameof(id));
}
