using DisclosureBot.Calendar;
using DisclosureBot.Journal;
using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Digest;
using DisclosureBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace DisclosureBot.Tests.Opinions.Digest;

/// <summary>The digest over a real database of its own; from Friday 20 November 2026 08:00.</summary>
internal sealed class DigestDesk : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("digest-");
    private readonly Sqlite _dialect;
    private readonly Workflow _workflow;
    private readonly OpinionCase _items = new(DemoBureau.Roster);

    public DigestDesk()
    {
        _dialect = new Sqlite($"Data Source={_directory.FullName}/journal.db");
        Journal = new CaseJournal(_dialect, "chuxiong-commerce");
        Journal.Prepare();
        _workflow = new Workflow(Journal);
        Digests = new Digests(_workflow, Case, _items, Calendars, Journal, DemoBureau.Roster, Clock);
        Answers = new DigestAnswers(Digests);
        Face = new DigestCaseFace(Digests, Answers, Case);
        Now("2026-11-20T08:00");
    }

    public FakeTimeProvider Clock { get; } = new();

    public Calendars Calendars { get; } = new(CalendarSettings.Default);

    public CaseJournal Journal { get; }

    public DigestCase Case { get; } = new();

    public Digests Digests { get; }

    public DigestAnswers Answers { get; }

    public DigestCaseFace Face { get; }

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Now(string local) => Clock.AdjustTime(Register.At(local));

    /// <summary>Moves the clock and lets the standing case look.</summary>
    public async Task<bool> Look(string local)
    {
        Now(local);
        return (await Digests.Look(Stop)).Committed;
    }

    /// <summary>As it was decided elsewhere.</summary>
    public async Task Happened(string id, params OpinionEvent[] facts) =>
        Assert.True((await _workflow.Run(_items, id, _ => new Decision<OpinionEvent>.Accepted(facts), null, Stop)).Committed);

    public async Task<StandingDigest> Standing() => (await Digests.Standing(Stop))!;

    /// <summary>When its one timer is due.</summary>
    public async Task<DateTimeOffset> Due() => Assert.Single(await Journal.DueTimers(Register.At("2030-01-01T00:00"), 99, Stop), timer => timer.Kind == DigestCase.Kind).Due;

    public void Dispose()
    {
        _dialect.Dispose();
        _directory.Delete(recursive: true);
    }
}
