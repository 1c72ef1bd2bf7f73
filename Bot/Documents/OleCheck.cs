using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace DisclosureBot.Documents;

/// <summary>Looks into doc, xls, ppt, wps and et: what it is, whether it carries macros or a password, and what is embedded.</summary>
internal static class OleCheck
{
    private const string WordMain = "WordDocument";
    private const string PowerPointMain = "PowerPoint Document";
    private static readonly string[] Mains = [WordMain, "Workbook", "Book", PowerPointMain];
    private static readonly string[] MacroNames = ["VBA", "_VBA_PROJECT", "_VBA_PROJECT_CUR", "Macros"];
    private static readonly string[] PasswordNames = ["EncryptedPackage", "EncryptionInfo", "EncryptedSummary"];

    public static Sight Look(Stream file, Budget budget, int depth)
    {
        var compound = new CompoundFile(file, budget);
        if (compound.Entries.Any(entry => Is(entry, PasswordNames))) return HarmKind.Encrypted;
        if (compound.Entries.Any(entry => Is(entry, MacroNames))) return HarmKind.Macro;
        foreach (var entry in compound.Entries.Where(entry => entry.IsStream))
        {
            if (Embedded(compound, entry, budget, depth) is { } embedded) return embedded;
        }
        return Kind(compound, budget, depth);
    }

    private static bool Is(CompoundEntry entry, string[] names) => names.Contains(entry.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>With two main streams every program picks its own: what one shows is not what another runs.</summary>
    private static Sight Kind(CompoundFile compound, Budget budget, int depth)
    {
        CompoundEntry[] Root(params string[] names) => [.. compound.Entries.Where(entry => entry.IsStream && names.Contains(entry.Path, StringComparer.OrdinalIgnoreCase))];
        var mains = Root(Mains);
        if (mains.Length == 0) return HarmKind.NotAllowed;
        if (mains.Length > 1) return HarmKind.TwoInOne;
        var main = compound.Open(mains[0]);
        if (Is(mains[0], [WordMain])) return Word(main);
        if (!Is(mains[0], [PowerPointMain])) return Excel(main, budget);
        return Array.Exists(Root("Current User"), user => IsPassworded(compound.Open(user))) ? HarmKind.Encrypted : PowerPoint(main, budget, depth);
    }

    private static Harm? Embedded(CompoundFile compound, CompoundEntry entry, Budget budget, int depth)
    {
        using var content = compound.Open(entry);
        if (entry.Name == "\u0001Ole10Native") return Package.Look(content, budget, depth);
        var head = FileCheck.Head(content);
        budget.Spend(head.Length);
        if (Programs.BeginsCertainly(head)) return new(HarmKind.ProgramInside, FileName.Clean(entry.Name));
        content.Position = 0;
        var container = head.AsSpan().StartsWith("PK\u0003\u0004"u8) || head.AsSpan().StartsWith(CompoundFile.Magic);
        return container ? Inside.Look(content, FileName.Clean(entry.Name), budget, depth) : null;
    }

    /// <summary>The first block says whether the rest is encrypted (MS-DOC, FibBase).</summary>
    private static Sight Word(Stream main)
    {
        var block = new byte[32];
        main.ReadExactly(block);
        if (BinaryPrimitives.ReadUInt16LittleEndian(block) != 0xA5EC) return HarmKind.Broken;
        const int encrypted = 0x0100;
        return (BinaryPrimitives.ReadUInt16LittleEndian(block.AsSpan(10)) & encrypted) != 0 ? HarmKind.Encrypted : Content.WordBinary;
    }

    /// <summary>Records up to the end of the globals: a password, and the sheets, some of which may be macros of before 1997 (MS-XLS).</summary>
    private static Sight Excel(Stream main, Budget budget)
    {
        const int begin = 0x0809, password = 0x002F, sheet = 0x0085, end = 0x000A;
        var (head, body, first) = (new byte[4], new byte[ushort.MaxValue], true);
        while (true)
        {
            main.ReadExactly(head);
            var (type, length) = (BinaryPrimitives.ReadUInt16LittleEndian(head), BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(2)));
            main.ReadExactly(body, 0, length);
            budget.Spend(4 + length);
            if (first && type != begin) return HarmKind.Broken;
            first = false;
            if (type == password) return HarmKind.Encrypted;
            if (type == end) return Content.ExcelBinary;
            const int macroSheet = 1, macroModule = 6;
            if (type == sheet && length > 5 && body[5] is macroSheet or macroModule) return HarmKind.Macro;
        }
    }

    private static bool IsPassworded(Stream user)
    {
        var head = new byte[16];
        user.ReadExactly(head);
        return BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(12)) == 0xF3D1C4DF;
    }

    /// <summary>Records (MS-PPT): embedded objects and macros lie compressed in one kind, and a mark in another says that there are macros.</summary>
    private static Sight PowerPoint(Stream main, Budget budget, int depth)
    {
        const int document = 0x03E8, list = 0x07D0, macroInfo = 0x03FF, macroMark = 0x0400, storage = 0x1011;
        var head = new byte[8];
        while (main.Position < main.Length)
        {
            main.ReadExactly(head);
            budget.Spend(head.Length);
            var (instance, type) = (BinaryPrimitives.ReadUInt16LittleEndian(head) >> 4, BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(2)));
            var (began, length) = (main.Position, BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4)));
            if (began + length > main.Length) return HarmKind.Broken;
            if (type is document or list or macroInfo) continue; // what they contain comes next
            if (type == macroMark && HasMacros(main)) return HarmKind.Macro;
            if (type == storage && Storage(new Lent(main, began, length), instance, budget, depth) is { } harm) return harm;
            main.Position = began + length;
        }
        return Content.PowerPointBinary;
    }

    private static bool HasMacros(Stream main)
    {
        var mark = new byte[12];
        main.ReadExactly(mark);
        return BinaryPrimitives.ReadUInt32LittleEndian(mark.AsSpan(4)) != 0;
    }

    private static Harm? Storage(Stream record, int instance, Budget budget, int depth)
    {
        if (instance == 0) return Inside.Look(record, "嵌入对象", budget, depth);
        record.Position = 4; // how long it will be; counted instead of believed
        using var unfolded = new ZLibStream(record, CompressionMode.Decompress);
        return Inside.Look(unfolded, "嵌入对象", budget, depth);
    }

    /// <summary>A file that was dragged into a document: its names, then its bytes.</summary>
    private static class Package
    {
        private const int HeadLength = 64 * 1024;

        public static Harm? Look(Stream native, Budget budget, int depth)
        {
            var head = new byte[HeadLength];
            var bytes = head.AsSpan(0, native.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false));
            budget.Spend(bytes.Length);
            var at = 6;
            var (label, path) = (Text(bytes, ref at), Text(bytes, ref at));
            foreach (var name in new[] { label, path })
            {
                if (Programs.IsProgramExtension(FileName.Extension(name)) || Programs.IsMacroExtension(FileName.Extension(name)))
                    return new(HarmKind.ProgramInside, FileName.Clean(name));
            }
            return Payload(bytes, at, native.Length) is var (start, length)
                ? Inner(new Lent(native, start, length), FileName.Clean(label), budget, depth)
                : Anywhere(bytes);
        }

        private static Harm? Inner(Stream payload, string name, Budget budget, int depth)
        {
            if (Programs.Begins(FileCheck.Head(payload))) return new(HarmKind.ProgramInside, name);
            payload.Position = 0;
            return Inside.Look(payload, name, budget, depth);
        }

        /// <summary>Not laid out as a package: then nothing in it may look like a program at any place.</summary>
        private static Harm? Anywhere(ReadOnlySpan<byte> bytes)
        {
            for (var at = 0; at < bytes.Length; at++)
            {
                if (Programs.BeginsCertainly(bytes[at..])) return new(HarmKind.ProgramInside, "嵌入对象");
            }
            return null;
        }

        private static string Text(ReadOnlySpan<byte> bytes, ref int at)
        {
            if (at >= bytes.Length) return "";
            var length = bytes[at..].IndexOf((byte)0);
            if (length < 0) return "";
            var text = Encoding.Latin1.GetString(bytes.Slice(at, length));
            at += length + 1;
            return text;
        }

        /// <summary>After the names: a mark, the length and text of a path, the length of the bytes, the bytes.</summary>
        private static (long Start, long Length)? Payload(ReadOnlySpan<byte> bytes, int at, long all)
        {
            const int package = 2, longestPath = 1024;
            if (at + 8 > bytes.Length || BinaryPrimitives.ReadUInt16LittleEndian(bytes[4..]) != package) return null;
            var path = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(at + 4)..]);
            if (path > longestPath || at + 12 + path > bytes.Length) return null;
            var (start, length) = (at + 12 + path, BinaryPrimitives.ReadUInt32LittleEndian(bytes[(int)(at + 8 + path)..]));
            return length > 0 && start + length <= all ? (start, length) : null;
        }
    }
}
