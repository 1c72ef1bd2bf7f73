namespace DisclosureBot.Tests;

public sealed class SkeletonTests
{
    [Xunit.Fact]
    public void Builds() => Xunit.Assert.Contains("AdaptiveCard", DisclosureBot.Cards.CardJson.Write(new() { FallbackText = "x", Body = [] }), StringComparison.Ordinal);
}
