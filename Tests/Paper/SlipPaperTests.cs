using DisclosureBot.Paper;
using Xunit;

namespace DisclosureBot.Tests.Paper;

/// <summary>The paper slip as a reader of PDF sees it.</summary>
public sealed class SlipPaperTests
{
    [Fact]
    public async Task Pictures_to_look_at()
    {
        foreach (var (name, slip) in new[] { ("finished", SamplePapers.Finished), ("under-way", SamplePapers.UnderWay), ("overlong", SamplePapers.Overlong) })
            await PrintedPaper.Of(slip, name).Picture(80);
    }
}
