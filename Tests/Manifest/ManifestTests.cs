using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using DisclosureBot.Channel;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Manifest;

/// <summary>The Teams app as a tenant's administrator will upload it.</summary>
public sealed class ManifestTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_valid_against_the_published_schema()
    {
        var schema = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "schemas", "teams-manifest-1.30.schema.json"));
        if (!File.Exists(schema)) Assert.Skip("The schema v1.30 does not lie beside the repository (../shared/schemas).");
        Needs.Renderer(); // the same installation brings the validator

        var (exit, said) = await Run("node", Path.Combine(Repository.Root, "Bot"), "-e", """
            const Ajv = require('ajv-draft-04').default, formats = require('ajv-formats').default;
            const ajv = new Ajv({ strict: false, allErrors: true });
            formats(ajv);
            const check = ajv.compile(JSON.parse(require('fs').readFileSync(process.argv[1])));
            if (!check(JSON.parse(require('fs').readFileSync(process.argv[2])))) { console.log(check.errors); process.exit(1); }
            """, schema, Path.Combine(Repository.Root, "manifest", "manifest.json"));

        Assert.True(exit == 0, said);
    }

    [Fact]
    public void Offers_the_words_people_write()
    {
        var bot = Manifest(File.ReadAllText(Path.Combine(Repository.Root, "manifest", "manifest.json"))).GetProperty("bots")[0];
        var words = bot.GetProperty("commandLists")[0].GetProperty("commands").EnumerateArray().Select(c => c.GetProperty("title").GetString());
        Assert.Equal("帮助 拟稿 待办 我的 查 今日 舆情 委托 统计 送达", string.Join(' ', words));
        Assert.True(bot.GetProperty("supportsFiles").GetBoolean());
    }

    [Fact]
    public void The_compose_box_searches_with_the_command_that_the_bot_reads_and_unfolds_only_our_own_links()
    {
        var extension = Manifest(File.ReadAllText(Path.Combine(Repository.Root, "manifest", "manifest.json"))).GetProperty("composeExtensions")[0];
        var command = Assert.Single(extension.GetProperty("commands").EnumerateArray());
        Assert.Equal((ComposeWire.Command, "query", true), (command.GetProperty("id").GetString(), command.GetProperty("type").GetString(), command.GetProperty("initialRun").GetBoolean()));
        Assert.Equal(ComposeWire.Parameter, Assert.Single(command.GetProperty("parameters").EnumerateArray()).GetProperty("name").GetString());
        Assert.InRange(command.GetProperty("title").GetString()!.Length, 1, 32);
        Assert.InRange(command.GetProperty("description").GetString()!.Length, 1, 128);
        var handler = Assert.Single(extension.GetProperty("messageHandlers").EnumerateArray());
        Assert.Equal(["bot.example.com"], handler.GetProperty("value").GetProperty("domains").EnumerateArray().Select(domain => domain.GetString()));
    }

    [Theory]
    [InlineData("color.png", 192)]
    [InlineData("outline.png", 32)]
    public void Icons_have_the_prescribed_size(string file, int size)
    {
        // A PNG opens with its signature and the header chunk: width and height at 16 and 20.
        var png = File.ReadAllBytes(Path.Combine(Repository.Root, "manifest", file)).AsSpan();
        Assert.Equal((size, size), (BinaryPrimitives.ReadInt32BigEndian(png[16..]), BinaryPrimitives.ReadInt32BigEndian(png[20..])));
    }

    [Fact]
    public async Task Packing_fills_in_the_bot_and_leaves_no_placeholder()
    {
        NeedsPacking();
        var zip = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.zip");
        try
        {
            var (exit, said) = await Pack("8D7B4C0E-1111-4222-8333-944455556666", "bot.chuxiong.example", zip);
            Assert.True(exit == 0, said);

            using var app = ZipFile.OpenRead(zip);
            Assert.Equal("manifest.json color.png outline.png", string.Join(' ', app.Entries.Select(e => e.FullName)));
            using var reader = new StreamReader(app.GetEntry("manifest.json")!.Open());
            var text = await reader.ReadToEndAsync(Stop);
            Assert.Equal("8D7B4C0E-1111-4222-8333-944455556666", Manifest(text).GetProperty("bots")[0].GetProperty("botId").GetString());
            Assert.Equal("bot.chuxiong.example", Manifest(text).GetProperty("composeExtensions")[0].GetProperty("messageHandlers")[0].GetProperty("value").GetProperty("domains")[0].GetString());
            Assert.DoesNotContain("00000000-0000", text, StringComparison.Ordinal);
            Assert.DoesNotContain("example.com", text, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(zip);
        }
    }

    [Theory]
    [InlineData("not-a-guid", "bot.chuxiong.example", "GUID")]
    [InlineData("00000000-0000-0000-0000-000000000000", "bot.chuxiong.example", "placeholder")]
    [InlineData("8D7B4C0E-1111-4222-8333-944455556666", "https://bot.chuxiong.example/", "host name")]
    public async Task Packing_says_what_is_wrong(string id, string domain, string why)
    {
        NeedsPacking();
        var (exit, said) = await Pack(id, domain, Path.Combine(Path.GetTempPath(), "never.zip"));
        Assert.Equal(1, exit);
        Assert.Contains(why, said, StringComparison.Ordinal);
    }

    private static void NeedsPacking() => Needs.Programs("bash", "zip");

    private static JsonElement Manifest(string text) => JsonSerializer.Deserialize<JsonElement>(text);

    private static Task<(int Exit, string Said)> Pack(params string[] arguments) =>
        Run("bash", Repository.Root, [Path.Combine(Repository.Root, "manifest", "pack.sh"), .. arguments]);

    private static async Task<(int Exit, string Said)> Run(string program, string directory, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var error = process.StandardError.ReadToEndAsync(Stop);
        var output = await process.StandardOutput.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        return (process.ExitCode, output + await error);
    }
}
