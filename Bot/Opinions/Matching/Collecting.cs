using DisclosureBot.Cards;
using DisclosureBot.Clock;
using DisclosureBot.Journal;
using DisclosureBot.Opinions.Intake;

namespace DisclosureBot.Opinions.Matching;

/// <summary>Takes in what feeds and vendors bring: another source of an open item, or a new item; each sighting once, however often it comes.</summary>
public sealed class Collecting(StoryIndex index, Reporting reporting, Workflow workflow, OpinionCase items, OpinionRules rules, CaseJournal journal, TimeProvider clock) : IDisposable
{
    /// <summary>Two tellings of one story at once must not become two items: the second is compared when the first is known.</summary>
    private readonly SemaphoreSlim _oneByOne = new(1);

    /// <param name="reporter">The feed or vendor, as the timeline shall name it.</param>
    /// <param name="source">Its key names this sighting in the whole bureau.</param>
    /// <returns>Whether something new was recorded.</returns>
    /// <exception cref="InvalidOperationException">The rules take in nothing, e.g. because no section of the roster keeps public opinion.</exception>
    public async Task<bool> Take(Who reporter, Story story, OpinionSource source, CancellationToken stop)
    {
        await _oneByOne.WaitAsync(stop);
        try
        {
            if (await journal.FindOnce(source.Key, stop) is not null) return false;
            var same = index.Same(story, source);
            foreach (var (id, _, _) in same.Where(found => found.Open))
                if (await Add(id, reporter, source, stop) is { } added) return added;
            var hinted = same.Count > 0 ? ClosedHint.Before(story.Text, same[0].Number) : story.Text;
            return await Collect(reporter, story with { Text = hinted is null ? null : PlainText.Clip(hinted, StoryCheck.TextLimit) }, source, stop);
        }
        finally
        {
            _oneByOne.Release();
        }
    }

    public void Dispose() => _oneByOne.Dispose();

    /// <summary>Null where the item has ended meanwhile.</summary>
    private async Task<bool?> Add(string id, Who reporter, OpinionSource source, CancellationToken stop)
    {
        while (true)
        {
            if (await journal.FindOnce(source.Key, stop) is not null) return false;
            var tries = 0;
            var outcome = await workflow.Run(items, id, Decide, null, stop);
            if (tries > 1) continue;
            return outcome switch
            {
                { Committed: true } => true,
                { Refusal: null } => false,
                { State.IsOpen: false } => null,
                _ => throw new InvalidOperationException("A further source of an open item was refused."),
            };

            // A second try: another replica changed the item, or has taken in this very sighting. Look again.
            Decision<OpinionEvent> Decide(OpinionItem? item) =>
                tries++ > 0 ? OpinionAnswers.Nothing : rules.Decide(item, new IntakeCommand.AddSource(source, reporter), null, clock.BureauNow());
        }
    }

    private async Task<bool> Collect(Who reporter, Story story, OpinionSource source, CancellationToken stop)
    {
        var outcome = await reporting.Collect(reporter, story, source, stop);
        return outcome.Refusal is null ? outcome.Committed : throw new InvalidOperationException("A new item was refused.");
    }
}
