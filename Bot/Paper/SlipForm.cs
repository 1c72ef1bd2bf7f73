namespace DisclosureBot.Paper;

/// <summary>The rows of the form, in the order of the paper.</summary>
internal sealed class SlipForm(PaperSlip slip, double size)
{
    public const string Name = "文件审批处理签";

    private const double Label = FormRows.Label, Width = FormRows.Width, InnerLabel = 60;
    private const double Box = 42, Opinion = 58;
    private readonly FormRows _rows = new(size);

    private double Field => _rows.Field;

    public IReadOnlyList<Row> Rows() =>
    [
        .. slip.Status is { } status ? [Wide("办理状态", [new($"{status.Mark}:{status.Text}")])] : Array.Empty<Row>(),
        Wide("标题", [new(slip.Title, Bold: true)], size * 2.8),
        .. Pair(("文种", slip.Genre), ("紧急程度", slip.Urgency ?? "平件")),
        .. Pair(("规范性文件", YesNo(slip.Normative)), ("重要政策", YesNo(slip.ImportantPolicy))),
        Wide("主送", [new(slip.MainRecipients)]),
        Wide("附件", slip.Enclosures.Count == 0 ? [new("无")] : [.. FormRows.Numbered(slip.Enclosures)]),
        .. Drafting(),
        Signed("密级", slip.Classification, Box, grows: false),
        Signed("拟稿单位\n(科室)意见", slip.SectionOpinion, Opinion),
        .. Listed("会签意见", slip.Countersigned),
        Signed("办公室意见", slip.OfficeOpinion, Opinion),
        Signed("签发意见", slip.SigningOpinion, Opinion),
        Wide("公开属性\n(最终)", [new(slip.FinalStatement, Bold: true)]),
        .. Listed("变更记录", slip.Changes),
        .. Pair(("发文字号", slip.DocumentNumber), ("成文日期", slip.DocumentDate)),
        .. Pair(("印制日期", slip.PrintedOn), ("印制份数", slip.Copies)),
        .. slip.Handling.Select(line => Wide(line.Label, [new(line.Value)])),
        .. Listed("电子文件", [.. slip.Files.Select(file => $"{file.Role}:{file.Name}{(file.Sha256.Length == 0 ? "" : $"(SHA-256 {Beginning(file.Sha256)})")}")]),
    ];

    private IEnumerable<Row> Pair((string Label, string? Value) first, (string Label, string? Value) second)
    {
        const double value = Width / 2 - Label;
        return Abreast((Label, value, first.Label, first.Value), (Label, value, second.Label, second.Value));
    }

    /// <summary>Three fields; the date has the widest.</summary>
    private IEnumerable<Row> Drafting()
    {
        const double name = 76, section = 90, date = Width - Label - 2 * InnerLabel - name - section;
        return Abreast(
            (Label, name, "拟稿人", slip.Drafter), (InnerLabel, section, "拟稿单位", slip.Section), (InnerLabel, date, "拟稿日期", slip.DraftedOn));
    }

    /// <summary>Fields side by side, or one below the other where a value needs the room.</summary>
    private IEnumerable<Row> Abreast(params (double LabelWidth, double Width, string Label, string? Value)[] fields)
    {
        var cells = fields.SelectMany(field => new[] { _rows.Heading(field.Label, field.LabelWidth), _rows.Written(field.Width, [new(field.Value)], []) }).ToList();
        return cells.Max(cell => cell.Lines.Count) <= 2
            ? [new Row(cells, Field)]
            : fields.Select(field => Wide(field.Label, [new(field.Value)]));
    }

    private Row Wide(string label, IReadOnlyList<Written> text, double least = 0) => _rows.Wide(label, text, least);

    private IEnumerable<Row> Listed(string label, IReadOnlyList<string> lines) =>
        lines.Count == 0 ? [] : [Wide(label, [.. FormRows.Numbered(lines)])];

    /// <summary>A box: the words first, why below them, name and time at the foot as under a signature.</summary>
    private Row Signed(string label, PaperBox box, double least, bool grows = true)
    {
        Written[] text =
        [
            new(box.Text), new(Led("理由", box.Reason), Smaller: true), new(Led("依据", box.Ground), Smaller: true),
        ];
        Written[] foot =
        [
            new(string.Join("  ", new[] { box.SignedBy, box.SignedOn }.OfType<string>()) is { Length: > 0 } signed ? signed : null, Align: Align.Right),
            new(box.Entry is { } entry ? Entered(entry) : null, Smaller: true, Align: Align.Right),
        ];
        return new Row([_rows.Heading(label), _rows.Written(Width - Label, text, foot)], least, grows);
    }

    private static string Entered(PaperEntry entry) =>
        $"纸质签署,由{entry.EnteredBy}录入、" + (entry.CheckedBy is { } checker ? $"{checker}核对" : "尚未核对");

    private static string? Led(string label, string? text) => text is null ? null : $"{label}:{text}";

    private static string YesNo(bool yes) => yes ? "是" : "否";

    private static string Beginning(string hash) => hash.Length > 16 ? hash[..16] + "…" : hash;
}
