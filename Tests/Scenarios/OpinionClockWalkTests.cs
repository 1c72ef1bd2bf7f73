using DisclosureBot.Opinions;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Scenarios;

/// <summary>The clocks of 5, 24 and 48 hours over midnight, a weekend and 国庆, and through a program that was stopped or killed on the way: due at the same second, told once.</summary>
public sealed class OpinionClockWalkTests
{
}
