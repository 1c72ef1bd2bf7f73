using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using DisclosureBot.Tests.Support;

namespace DisclosureBot.Tests.Bench;

/// <summary>One file, one way.</summary>
/// <param name="Rate">Megabytes in a second, from the first byte to the answer or to the last byte.</param>
/// <param name="Before">The program's resident memory in megabytes, after the same way was gone with a small file.</param>
/// <param name="Growth">How far its peak went beyond, in megabytes.</param>
internal sealed record Carried(long Bytes, double Rate, double Before, double Growth);

/// <summary>A drafter with two slips: one for the small files that warm the program, one for the large file.</summary>
internal sealed class Carrier(BotProcess bot, Desk desk)
{
    private const double Megabyte = 1024 * 1024;
    private string _warm = "", _large = "";

    public async Task Warm()
    {
        (_warm, _large) = (await desk.Draft("预热"), await desk.Draft("大文件"));
        foreach (var kind in LargeFile.Kinds) await Upload(_warm, await LargeFile.Make(bot.Data, kind, 1));
        await WarmAgain();
    }

    public async Task WarmAgain()
    {
        foreach (var link in await Links(_warm)) await Download(link);
    }

    public Task<Carried> Up(string file) => Measure(() => Upload(_large, file));

    public async Task<Carried> Down()
    {
        var link = (await Links(_large)).Single();
        return await Measure(() => Download(link));
    }

    private async Task<Carried> Measure(Func<Task<long>> carry)
    {
        var memory = new Memory(bot.Process.Id);
        var began = Stopwatch.GetTimestamp();
        var bytes = await carry();
        var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return new(bytes, bytes / Megabyte / took, memory.Before / Megabyte, memory.Growth / Megabyte);
    }

    private async Task<long> Upload(string slip, string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous);
        using var content = new StreamContent(file, 128 * 1024);
        content.Headers.ContentType = new("application/octet-stream");
        using var answer = await bot.Client.PostAsync(new Uri($"/desk/files?slip={slip}&role=Attachment&name={Path.GetFileName(path)}&as=liying", UriKind.Relative), content);
        var said = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? file.Length : throw new InvalidOperationException($"{answer.StatusCode} {said}");
    }

    private async Task<long> Download(string link)
    {
        using var answer = await bot.Client.GetAsync(new Uri(bot.Address, new Uri(link).PathAndQuery), HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        await using var body = await answer.Content.ReadAsStreamAsync();
        var (buffer, bytes) = (new byte[128 * 1024], 0L);
        while (await body.ReadAsync(buffer) is var got and > 0) bytes += got;
        return bytes;
    }

    private async Task<List<string>> Links(string slip)
    {
        using var answer = await bot.Client.PostAsJsonAsync(new Uri("/desk/clicks?as=liying", UriKind.Relative), new { verb = "slip.files", data = new { slip } });
        answer.EnsureSuccessStatusCode();
        return [.. Urls(await answer.Content.ReadFromJsonAsync<JsonElement>()).Where(url => url.Contains("/files/", StringComparison.Ordinal))];
    }

    private static IEnumerable<string> Urls(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => property is { Name: "url", Value.ValueKind: JsonValueKind.String } ? [property.Value.GetString()!] : Urls(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Urls),
        _ => [],
    };
}
