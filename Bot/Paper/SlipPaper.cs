namespace DisclosureBot.Paper;

/// <summary>
/// Puts a slip on paper: the bureau's 文件审批处理签 as a PDF on A4, red where the form was printed and black where
/// people wrote. What is too long makes the writing smaller, then goes on overleaf (续页); nothing is cut.
/// </summary>
public static class SlipPaper
{
    /// <summary>The sizes tried for a single page, in points; the middle one is used when it takes several.</summary>
    private static readonly double[] Sizes = [11.5, 10.5, 9.5];

    private const double ManyPages = 10.5;

    /// <summary>Writes the PDF. The same slip gives the same bytes on the same version of .NET, which packs the streams.</summary>
    /// <exception cref="IOException">The typeface is not beside the program.</exception>
    public static void Write(PaperSlip slip, Stream to)
    {
        var fonts = new PdfFonts();
        var head = new Letterhead(
            slip.Bureau + SlipForm.Name, SlipForm.Name, slip.Number,
            $"核验码 {slip.VerificationCode};向机器人写“核验 {slip.Number} {slip.VerificationCode}”即可查验", "打印时间 " + slip.MadeAt, slip.Status?.Mark);
        var pages = Sizes.Select(Fill).FirstOrDefault(sheets => sheets.Count == 1) ?? Fill(ManyPages);
        if (pages.Count == 1) pages[0].Stretch();
        PdfFile.Write([.. pages.Select((sheet, at) => sheet.Draw(at + 1, pages.Count))], fonts, $"{SlipForm.Name} {slip.Number} {slip.Title}", to);

        IReadOnlyList<Sheet> Fill(double size) => Sheets.Fill(head, new SlipForm(slip, size).Rows(), fonts);
    }
}
