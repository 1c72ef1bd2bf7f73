using System.Collections.Immutable;
using DisclosureBot.Journal;

namespace DisclosureBot.Desk;

/// <summary>Reads a person's inbox, newest first; the journal's own method stands behind it.</summary>
public delegate Task<IReadOnlyList<InboxCase>> InboxReader(string person, int most, CancellationToken stop);

/// <summary>The journal's commits as the open pages hear them; whoever commits calls <see cref="Tell"/>.</summary>
public sealed class DeskFeed
{
    private ImmutableList<Action<CaseWrite>> _listeners = [];

    /// <summary>Returns at once: listeners neither wait nor throw.</summary>
    public void Tell(CaseWrite write)
    {
        foreach (var hear in _listeners) hear(write);
    }

    internal Listening Listen(Action<CaseWrite> hear)
    {
        ImmutableInterlocked.Update(ref _listeners, all => all.Add(hear));
        return new(() => ImmutableInterlocked.Update(ref _listeners, all => all.Remove(hear)));
    }

    internal readonly struct Listening(Action stop) : IDisposable
    {
        public void Dispose() => stop();
    }
}
