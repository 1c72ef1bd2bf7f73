namespace DisclosureBot.Background;

/// <summary>Wakes a waiting loop. A ring between <see cref="Listen"/> and the wait is not lost.</summary>
public sealed class Bell
{
    private TaskCompletionSource _next = New();

    public Task Listen() => Volatile.Read(ref _next).Task;

    public void Ring() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
