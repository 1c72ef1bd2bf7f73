using System.Globalization;
using DisclosureBot.Calendar;
using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Clocks;

namespace DisclosureBot.Tests.Opinions.Clocks;

/// <summary>Clocks and moments as the tests of this folder need them.</summary>
internal static class Hours
{
    public static readonly OpinionClocks Usual = Set(OpinionSettings.Usual);

    /// <summary>Nothing but what the scheme itself says (B-23).</summary>
    public static readonly OpinionClocks SeedOnly = Set(OpinionSettings.Usual with { FirstReleaseClock = false, ResponseClock = false });

    public static OpinionClocks Set(OpinionSettings settings) => new(new Calendars(CalendarSettings.Default), settings);

    public static DateTimeOffset At(string text) => DateTimeOffset.Parse(text + "+08:00", CultureInfo.InvariantCulture);

    /// <summary>The countdown as <c>Half 2026-11-23 21:00</c>, one after the other; the seconds only where there are any.</summary>
    public static string Countdown(HourDeadline? deadline) =>
        string.Join(", ", deadline!.Points.Select(point => $"{point.Point} {point.At.ToString(point.At.Second == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}"));

    /// <summary>What every clock is called and when it is due: <c>新闻发布会 2026-11-22 21:40</c>.</summary>
    public static string Dues(IEnumerable<HourDeadline> deadlines) =>
        string.Join(", ", deadlines.Select(deadline => $"{ClockNames.Of(deadline.Kind)} {deadline.Due.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}"));
}
