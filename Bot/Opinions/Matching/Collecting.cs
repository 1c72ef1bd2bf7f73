using DisclosureBot.Opinions.Intake;

namespace DisclosureBot.Opinions.Matching;

/// <summary>Takes in what feeds and vendors bring.</summary>
public sealed class Collecting(Reporting reporting)
{
    /// <returns>Whether something new was recorded.</returns>
    public async Task<bool> Take(Who reporter, Story story, OpinionSource source, CancellationToken stop) =>
        (await reporting.Collect(reporter, story, source, stop)).Committed;
}
