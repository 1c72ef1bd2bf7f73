using System.Diagnostics;
using System.Net.Http.Headers;

namespace DisclosureBot.Tests.Bench;

/// <summary>What one stage measured.</summary>
internal sealed record Row(string Work, int AtOnce, double PerSecond, double P50, double P99, int AnswerBytes);

/// <summary>A closed loop: as many turns under way as told, each followed by the next as soon as it is answered.</summary>
internal sealed class Driver(Uri messages)
{
    public const int Warmup = 200;

    private static readonly HttpClient Client = new(new SocketsHttpHandler { UseProxy = false });

    /// <param name="turns">Prepared bodies, each posted once; the first <paramref name="warmup"/> are not counted.</param>
    public async Task<Row> Run(string work, int atOnce, byte[][] turns, int warmup = Warmup)
    {
        await Loop(atOnce, turns.AsMemory(0, warmup));
        var began = Stopwatch.GetTimestamp();
        var (times, bytes) = await Loop(atOnce, turns.AsMemory(warmup));
        var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Array.Sort(times);
        return new(work, atOnce, times.Length / took, times[times.Length / 2], times[times.Length * 99 / 100], bytes);
    }

    private async Task<(double[] Times, int Bytes)> Loop(int atOnce, ReadOnlyMemory<byte[]> turns)
    {
        var times = new double[turns.Length];
        var next = -1;
        var bytes = 0;
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var at && at < times.Length)
            {
                var began = Stopwatch.GetTimestamp();
                bytes = (await Post(turns.Span[at])).Length;
                times[at] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            }
        })));
        return (times, bytes);
    }

    private async Task<byte[]> Post(byte[] turn)
    {
        using var content = new ByteArrayContent(turn);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await Client.PostAsync(messages, content);
        answer.EnsureSuccessStatusCode();
        var body = await answer.Content.ReadAsByteArrayAsync();
        // A refusal is an error in an envelope; a benchmark of refusals would be fast and worthless.
        if (body.AsSpan().IndexOf("application/vnd.microsoft.error"u8) >= 0)
            throw new InvalidOperationException(System.Text.Encoding.UTF8.GetString(body));
        return body;
    }
}
