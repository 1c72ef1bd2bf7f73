using DisclosureBot.Opinions;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace DisclosureBot.Tests.Opinions.Clocks;

/// <summary>What a bureau can settle for its watch, and what a wrong value is told at the start.</summary>
public sealed class OpinionSettingsTests
{
    [Fact]
    public void Without_any_setting_every_weight_has_its_patience_and_both_national_clocks_run()
    {
        var settings = Read();
        Assert.Equal(OpinionSettings.Usual.Patience, settings.Patience);
        Assert.Equal(Enum.GetValues<Gravity>().Order(), settings.Patience.Keys.Order());
        Assert.Equal((true, true), (settings.FirstReleaseClock, settings.ResponseClock));
    }

    [Fact]
    public void The_heavier_an_item_the_sooner_the_next_rung_is_called()
    {
        var byWeight = OpinionSettings.Usual.Patience.Where(one => one.Key != Gravity.Unassessed).OrderBy(one => one.Key).Select(one => one.Value).ToList();
        Assert.Equal(byWeight.OrderDescending(), byWeight);
    }

    [Fact]
    public void Every_setting_is_read()
    {
        var settings = Read([
            .. Enum.GetValues<Gravity>().Select(gravity => ($"Patience:{gravity}", $"{7 + (int)gravity}")), ("NationalClocks:FirstRelease", "false"), ("NationalClocks:Response", "False")]);
        Assert.All(Enum.GetValues<Gravity>(), gravity => Assert.Equal(TimeSpan.FromMinutes(7 + (int)gravity), settings.Patience[gravity]));
        Assert.Equal((false, false), (settings.FirstReleaseClock, settings.ResponseClock));
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("1440", 1440)]
    [InlineData("", 30)]
    public void A_patience_of_one_minute_to_one_day_is_taken_and_none_leaves_the_usual_one(string value, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), Read(("Patience:Important", value)).Patience[Gravity.Important]);

    [Theory]
    [InlineData("Patience:General", "0", "must be a whole number of minutes from 1 to 1440")]
    [InlineData("Patience:General", "1441", "must be a whole number of minutes from 1 to 1440")]
    [InlineData("Patience:Important", "-5", "must be a whole number of minutes from 1 to 1440")]
    [InlineData("Patience:Unassessed", "1.5", "must be a whole number of minutes from 1 to 1440")]
    [InlineData("Patience:GeneralIncident", " 15", "must be a whole number of minutes from 1 to 1440")]
    [InlineData("Patience:MajorIncident", "十", "must be a whole number of minutes from 1 to 1440")]
    [InlineData("Patience:UnrankedIncident", "99999999999", "must be a whole number of minutes from 1 to 1440")]
    [InlineData("Patience:SeriousIncident", "00:05", "must be a whole number of minutes from 1 to 1440")]
    [InlineData("Patience:ExtraordinaryIncident", "soon", "must be a whole number of minutes from 1 to 1440")]
    [InlineData("Patience:Extraordinary", "5", "is not a setting (known: General, Important, Unassessed, GeneralIncident")]
    [InlineData("Patience", "5", "is '5'; set its keys instead (General, ")]
    [InlineData("NationalClocks:FirstRelease", "off", "must be true or false")]
    [InlineData("NationalClocks:Response", "0", "must be true or false")]
    [InlineData("NationalClocks:PressConference", "false", "is not a setting (known: FirstRelease, Response)")]
    [InlineData("NationalClocks", "false", "is 'false'; set its keys instead (FirstRelease, Response)")]
    public void A_wrong_value_is_named_with_what_would_do(string key, string value, string expected)
    {
        var fault = Assert.Throws<InvalidOperationException>(() => Read((key, value)));
        Assert.StartsWith($"Opinion:{key} ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    private static OpinionSettings Read(params (string Key, string Value)[] values) => OpinionSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => new KeyValuePair<string, string?>($"Opinion:{value.Key}", value.Value))).Build());
}
