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
        var pages = Sizes.Select(size => Sheets.Fill(slip, size, fonts)).FirstOrDefault(sheets => sheets.Count == 1)
            ?? Sheets.Fill(slip, ManyPages, fonts);
        PdfFile.Write([.. pages.Select((sheet, at) => sheet.Draw(at + 1, pages.Count))], fonts, $"{SlipForm.Name} {slip.Number} {slip.Title}", to);
    }
}
