using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Scenarios;

/// <summary>From the report on, nobody answering: everybody who is called, in order, once, and at which minute; and nobody above whoever answers.</summary>
public sealed class OpinionAlarmTests
{
    [Fact]
    public async Task What_nobody_has_assessed_waits_for_the_doors_to_open()
    {
        await using var vigil = await Vigil.Keep("2026-11-24T17:20:00");
        await vigil.Report("网民反映家电补贴到账慢");
        await vigil.Idle("12-04 18:00");
        Assert.Equal([], vigil.Rung);
    }
}
