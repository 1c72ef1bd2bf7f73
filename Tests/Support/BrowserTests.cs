using Xunit;

namespace DisclosureBot.Tests.Support;

/// <summary>Tests that look at a real browser run alone, after all others: a page that has to share two cores with everything else proves nothing.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class BrowserTests
{
    public const string Name = "browser";
}
