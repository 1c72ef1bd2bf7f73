using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DisclosureBot.Journal;

namespace DisclosureBot.Operating;

/// <summary>
/// The commands <c>export</c> and <c>check-export</c>: every event as a line of JSON, by case and version, with the hash that
/// binds it to the one before; the last line counts them and carries a hash over all hashes. Whoever has the file can
/// check it without the journal, and against another export of the same events it is the same byte for byte.
/// </summary>
public static class Export
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>0, or 1 with a sentence; then no file is left.</returns>
    public static async Task<int> Run(IServiceProvider services, string path)
    {
        var journal = services.GetRequiredService<CaseJournal>();
        var unfinished = path + ".unfinished";
        try
        {
            if (File.Exists(path)) return await Say(Console.Error, $"{path} is there already; an export is never written over.", 1);
            long count;
            await using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write))
            {
                count = await Write(journal, file);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path);
            return await Say(Console.Out, $"{path}: {count} events.", 0);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or System.Data.Common.DbException)
        {
            if (File.Exists(unfinished)) File.Delete(unfinished);
            return await Say(Console.Error, $"Nothing was exported: {fault.Message}", 1);
        }
    }

    /// <returns>0 when every event follows the one before it and none is missing, otherwise 1 with the first thing that is wrong.</returns>
    public static async Task<int> Check(string path, TextWriter output)
    {
        try
        {
            using var lines = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
            return await Judge(lines) is var (fault, said) && fault is null ? await Say(output, $"ok\n{said}", 0) : await Say(output, fault!, 1);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return await Say(output, $"{path} cannot be read: {fault.Message}", 1);
        }
    }

    private static async Task<long> Write(CaseJournal journal, Stream file)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var count = 0L;
        await foreach (var row in journal.AllEvents(CancellationToken.None))
        {
            await Line(file, writer =>
            {
                writer.WriteString("case", row.CaseId);
                writer.WriteNumber("version", row.Version);
                writer.WriteString("type", row.Type);
                writer.WriteString("body", row.Body);
                writer.WriteString("actor", row.Actor);
                writer.WriteString("at", row.At);
                writer.WriteString("previous", row.Previous);
                writer.WriteString("hash", row.Hash);
            });
            all.AppendData(Encoding.ASCII.GetBytes(row.Hash));
            count++;
        }

        await Line(file, writer =>
        {
            writer.WriteString("bureau", journal.BureauId);
            writer.WriteNumber("events", count);
            writer.WriteString("hash", Convert.ToHexStringLower(all.GetCurrentHash()));
        });
        return count;
    }

    private static async Task Line(Stream file, Action<Utf8JsonWriter> members)
    {
        await using (var writer = new Utf8JsonWriter(file, Readable))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        file.WriteByte((byte)'\n');
    }

    private static async Task<(string? Fault, string Said)> Judge(StreamReader lines)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        List<EventRow> rows = [];
        for (var number = 1; ; number++)
        {
            if (await lines.ReadLineAsync() is not { } line) return ($"line {number}: the last line is missing; the file was cut off.", "");
            try
            {
                using var json = JsonDocument.Parse(line);
                var root = json.RootElement;
                if (root.TryGetProperty("bureau", out var bureau))
                    return await lines.ReadLineAsync() is not null ? ($"line {number + 1}: something follows the last line.", "") : Conclude(rows, bureau.GetString()!, root.GetProperty("events").GetInt64(), root.GetProperty("hash").GetString()!, all);
                var row = new EventRow(Text("case"), root.GetProperty("version").GetInt64(), Text("type"), Text("body"), Text("actor"), Text("at"), Text("previous"), Text("hash"));
                rows.Add(row);
                all.AppendData(Encoding.ASCII.GetBytes(row.Hash));

                string Text(string name) => root.GetProperty(name).GetString()!;
            }
            catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                return ($"line {number}: is no event.", "");
            }
        }
    }

    private static (string? Fault, string Said) Conclude(List<EventRow> rows, string bureau, long count, string hash, IncrementalHash all)
    {
        EventRow? before = null;
        for (var n = 0; n < rows.Count; before = rows[n++])
        {
            var row = rows[n];
            var isNext = before?.CaseId == row.CaseId;
            if (row.Version != (isNext ? before!.Version + 1 : 1)) return ($"line {n + 1}: {row.CaseId} v{row.Version}: an event before it is missing.", "");
            if (row.Previous != (isNext ? before!.Hash : Chain.Origin)) return ($"line {n + 1}: {row.CaseId} v{row.Version}: does not follow the one before it.", "");
            if (row.Hash != Chain.Hash(bureau, row)) return ($"line {n + 1}: {row.CaseId} v{row.Version}: was changed.", "");
        }

        if (rows.Count != count) return (string.Create(CultureInfo.InvariantCulture, $"The last line counts {count} events, there are {rows.Count}."), "");
        return Convert.ToHexStringLower(all.GetCurrentHash()) != hash
            ? ("The hash over all events is not the one in the last line.", "")
            : (null, string.Create(CultureInfo.InvariantCulture, $"{bureau}: {count} events, hash {hash}: compare it with the one that was noted; whoever makes a whole file anew changes it."));
    }

    private static async Task<int> Say(TextWriter output, string line, int code)
    {
        await output.WriteLineAsync(line);
        return code;
    }
}
