namespace DisclosureBot.Documents;

/// <summary>A seekable stretch of another stream, which stays open when this is disposed.</summary>
internal sealed class Lent(Stream whole, long start, long length) : Stream
{
    public Lent(Stream whole)
        : this(whole, 0, whole.Length) { }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override int Read(Span<byte> buffer)
    {
        var wanted = (int)Math.Min(buffer.Length, Math.Max(0, length - Position));
        if (wanted == 0) return 0;
        whole.Position = start + Position;
        var got = whole.Read(buffer[..wanted]);
        Position += got;
        return got;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => length + offset,
    };

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
