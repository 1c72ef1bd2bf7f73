using System.Globalization;
using DisclosureBot.Journal;

namespace DisclosureBot;

/// <summary>Opens new cases of one kind under numbers that follow each other within a year, once per form however often it is handed in.</summary>
/// <param name="prefix">How the case ids begin, e.g. <c>slip</c>.</param>
public sealed class Numbering(CaseJournal journal, Workflow workflow, string prefix) : IDisposable
{
    /// <summary>Those who open a case queue here for the next number instead of racing each other for it in the journal.</summary>
    private readonly SemaphoreSlim _oneByOne = new(1);

    /// <param name="year">Of the number.</param>
    /// <param name="earlier">What came of the same form before; null where it is new.</param>
    /// <param name="decide">The new case's id and the place in the year's sequence in, what becomes of it out.</param>
    public async Task<Outcome<TState>> Open<TState, TEvent>(
        CaseKind<TState, TEvent> kind, int year, Func<Task<Outcome<TState>?>> earlier, Func<string, int, Decision<TEvent>> decide, ClickedCard? clicked, CancellationToken stop)
        where TState : class
    {
        await _oneByOne.WaitAsync(stop);
        try
        {
            while (true)
            {
                if (await earlier() is { } before) return before;
                var (id, sequence) = await Next(year, stop);
                var tries = 0;
                var taken = false;
                var outcome = await workflow.Run(kind, id, Decide, clicked, stop);
                if (!taken) return outcome;

                // A second try, or a case already there: another replica used this number or this form meanwhile. Look again.
                Decision<TEvent> Decide(TState? state)
                {
                    taken = state is not null || tries++ > 0;
                    return taken ? new Decision<TEvent>.Accepted([]) : decide(id, sequence);
                }
            }
        }
        finally
        {
            _oneByOne.Release();
        }
    }

    public void Dispose() => _oneByOne.Dispose();

    private async Task<(string Id, int Sequence)> Next(int year, CancellationToken stop)
    {
        var begin = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{year}-");
        var last = await journal.LastCaseId(begin, stop);
        var sequence = last is null ? 1 : int.Parse(last.AsSpan(begin.Length), CultureInfo.InvariantCulture) + 1;
        return (string.Create(CultureInfo.InvariantCulture, $"{begin}{sequence:D7}"), sequence);
    }
}
