using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DisclosureBot.Tests.Support;

/// <summary>
/// Compares JSON with a reviewed file. What differs is written to Tests/output beside a failing test;
/// <c>UPDATE_SNAPSHOTS=1</c> rewrites the files instead, for review in the diff.
/// </summary>
public static class Snapshot
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="folder">Relative to Tests, e.g. <c>Cards/Snapshots</c>.</param>
    public static void Match(string folder, string name, string json)
    {
        var received = JsonNode.Parse(json)!.ToJsonString(Readable) + "\n";
        var reviewed = Path.Combine(Repository.Tests, folder, name + ".json");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") is "1")
            Write(reviewed, received);
        else if (!File.Exists(reviewed) || !string.Equals(File.ReadAllText(reviewed), received, StringComparison.Ordinal))
            Xunit.Assert.Fail($"{folder}/{name}.json differs from what was rendered; see {Write(Path.Combine(Repository.Output, folder, name + ".received.json"), received)}");
    }

    private static string Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return Path.GetRelativePath(Repository.Root, file);
    }
}
