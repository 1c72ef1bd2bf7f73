using DisclosureBot.Bureau;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace DisclosureBot.Tests.Bureau;

/// <summary>The channels a bureau publishes on, from its configuration or as usual.</summary>
public sealed class PublishingSettingsTests
{
    [Fact]
    public void Without_configuration_the_website_comes_first()
    {
        var settings = Read();
        Assert.Equal(["局网站", "州政府门户网站", "微信公众号", "微博"], settings.PublicationChannels);
        Assert.Equal(["局网站", "州政府门户网站"], settings.InterpretationChannels);
    }

    [Fact]
    public void A_list_that_is_given_replaces_the_usual_one_and_no_other()
    {
        var settings = Read(("Publishing:InterpretationChannels:0", "州政府门户网站"));
        Assert.Equal(["州政府门户网站"], settings.InterpretationChannels);
        Assert.Equal(4, settings.PublicationChannels.Count);
    }

    [Theory]
    [InlineData("局网站", "局网站")]
    [InlineData("局网站", " ")]
    [InlineData("局网站,微博", "微信公众号")]
    public void A_list_that_cannot_be_chosen_from_stops_the_start(string first, string second) => Assert.Contains(
        "Publishing:PublicationChannels",
        Assert.Throws<InvalidOperationException>(() => Read(("Publishing:PublicationChannels:0", first), ("Publishing:PublicationChannels:1", second))).Message,
        StringComparison.Ordinal);

    private static PublishingSettings Read(params (string Key, string Value)[] values) => PublishingSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value))).Build());
}
