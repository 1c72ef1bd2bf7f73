using System.Globalization;

namespace DisclosureBot.Tests.Bench;

/// <summary>A process's resident memory as Linux tells it, and how far its peak goes beyond what it was when this was made.</summary>
internal sealed class Memory
{
    private readonly int _process;

    public Memory(int process)
    {
        _process = process;
        // Forgets the peak there was so far: it may be one of the start.
        File.WriteAllText($"/proc/{process}/clear_refs", "5");
        Before = Read("VmRSS:");
    }

    /// <summary>Bytes.</summary>
    public long Before { get; }

    /// <summary>Bytes.</summary>
    public long Growth => Read("VmHWM:") - Before;

    private long Read(string name) => 1024 * long.Parse(
        File.ReadLines($"/proc/{_process}/status").Single(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..].TrimEnd('k', 'B').Trim(), CultureInfo.InvariantCulture);
}
