namespace DisclosureBot.Tests.Documents;

/// <summary>A sender: hands out its bytes, and breaks off or waits where it is told to.</summary>
internal sealed class Body(byte[] content) : Stream
{
    private readonly TaskCompletionSource _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _at;

    /// <summary>After this many bytes the connection is gone.</summary>
    public int? Breaks { get; init; }

    /// <summary>After this many bytes it waits for <see cref="GoOn"/>.</summary>
    public int? Waits { get; init; }

    public Exception Fault { get; init; } = new IOException("The sender went away.");

    /// <summary>Completes when it waits.</summary>
    public Task Waiting => _waiting.Task;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public void GoOn() => _goOn.TrySetResult();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_at == Breaks) throw Fault;
        if (_at == Waits)
        {
            _waiting.TrySetResult();
            await _goOn.Task.WaitAsync(cancellationToken);
        }
        var until = new[] { content.Length, Breaks ?? int.MaxValue, Waits is { } waits && _at < waits ? waits : int.MaxValue }.Min();
        var length = Math.Min(buffer.Length, until - _at);
        content.AsMemory(_at, length).CopyTo(buffer);
        _at += length;
        return length;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

/// <summary>A file of this length that lies nowhere: each byte follows from its place.</summary>
internal sealed class Endless(long length) : Stream
{
    private long _at;

    public int LargestRead { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get => _at; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        LargestRead = Math.Max(LargestRead, buffer.Length);
        var got = (int)Math.Min(buffer.Length, length - _at);
        for (var i = 0; i < got; i++, _at++) buffer[i] = (byte)((_at * 31) ^ (_at >> 11));
        return got;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
