using System.Buffers.Binary;

namespace DisclosureBot.Documents;

/// <summary>Knows what runs when it is opened: by its first bytes, and by its name.</summary>
internal static class Programs
{
    private static readonly HashSet<string> Extensions = new(
        [
            ".exe", ".dll", ".sys", ".drv", ".com", ".scr", ".cpl", ".ocx", ".msi", ".msp", ".mst", ".msix", ".appx", ".bat", ".cmd", ".pif",
            ".ps1", ".psm1", ".vbs", ".vbe", ".vb", ".js", ".jse", ".mjs", ".wsf", ".wsh", ".ws", ".wsc", ".sct", ".hta", ".chm", ".hlp", ".lnk", ".url",
            ".scf", ".inf", ".reg", ".gadget", ".application", ".jar", ".class", ".apk", ".dex", ".ipa", ".app", ".dmg", ".pkg", ".deb", ".rpm", ".run", ".so",
            ".dylib", ".elf", ".sh", ".bash", ".py", ".pyc", ".pl", ".rb", ".php", ".iso", ".img", ".vhd", ".xll", ".wll", ".ppa", ".xla", ".swf", ".settingcontent-ms",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> MacroExtensions = new(
        [".docm", ".dotm", ".xlsm", ".xltm", ".xlsb", ".xlam", ".pptm", ".potm", ".ppsm", ".ppam", ".sldm", ".xlm"], StringComparer.OrdinalIgnoreCase);

    private static readonly byte[][] Heads =
    [
        [0x7F, (byte)'E', (byte)'L', (byte)'F'],
        [0xFE, 0xED, 0xFA, 0xCE], [0xFE, 0xED, 0xFA, 0xCF], [0xCE, 0xFA, 0xED, 0xFE], [0xCF, 0xFA, 0xED, 0xFE],
        [0xCA, 0xFE, 0xBA, 0xBE], [0xCA, 0xFE, 0xBA, 0xBF], // Mach-O for several machines; Java classes too
        [0x4C, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00], // a Windows shortcut
        [(byte)'d', (byte)'e', (byte)'x', (byte)'\n'],
    ];

    public static bool IsProgramExtension(string extension) => Extensions.Contains(extension);

    public static bool IsMacroExtension(string extension) => MacroExtensions.Contains(extension);

    /// <summary>Whether a file that begins so is a program; MZ alone is enough, as it is to Windows.</summary>
    public static bool Begins(ReadOnlySpan<byte> head) => head.StartsWith("MZ"u8) || head.StartsWith("ZM"u8) || BeginsCertainly(head);

    /// <summary>The same of bytes that may be anything, such as a stream inside a document: two letters are no evidence there.</summary>
    public static bool BeginsCertainly(ReadOnlySpan<byte> head)
    {
        foreach (var known in Heads)
        {
            if (head.StartsWith(known)) return true;
        }
        return IsScript(head) || IsWindowsProgram(head);
    }

    private static bool IsScript(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) head = head[3..];
        return head.StartsWith("#!/"u8) || head.StartsWith("#! /"u8);
    }

    private static bool IsWindowsProgram(ReadOnlySpan<byte> head)
    {
        if (!head.StartsWith("MZ"u8) || head.Length < 64) return false;
        var at = BinaryPrimitives.ReadInt32LittleEndian(head[60..]);
        return at >= 0 && at <= head.Length - 4 && head[at..].StartsWith("PE\0\0"u8);
    }
}
