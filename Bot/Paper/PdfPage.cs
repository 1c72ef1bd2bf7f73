using System.Globalization;
using System.Text;

namespace DisclosureBot.Paper;

/// <summary>The few inks of the form: what was printed before in red, what people wrote in black.</summary>
internal static class Ink
{
    public const string Red = "0.76 0.07 0.09", Black = "0 0 0", Grey = "0.35 0.35 0.35", Faint = "0.91 0.91 0.91";
}

/// <summary>One A4 page being drawn: points from the top left corner, as people read.</summary>
internal sealed class PdfPage(PdfFonts fonts)
{
    public const double Width = 595.28, Height = 841.89;

    /// <summary>How far below the top of its em square a Chinese character stands on its line.</summary>
    private const double Stand = 0.88;

    private readonly StringBuilder _content = new();

    public byte[] Content => Encoding.ASCII.GetBytes(_content.ToString());

    /// <summary>Writes one line whose em squares begin at <paramref name="top"/>.</summary>
    public void Text(string text, double left, double top, double size, bool bold = false, string ink = Ink.Black) =>
        Show(text, size, bold, ink, string.Create(CultureInfo.InvariantCulture, $"1 0 0 1 {left:0.##} {Height - top - size * Stand:0.##}"));

    /// <summary>Writes one line climbing across the middle of the page.</summary>
    public void Across(string text, double size, string ink)
    {
        const double angle = Math.PI / 5;
        var (sin, cos) = Math.SinCos(angle);
        var half = PdfFonts.Width(text, size, bold: true) / 2;
        var (left, bottom) = (Width / 2 - half * cos + size / 3 * sin, Height / 2 - half * sin - size / 3 * cos);
        Show(text, size, bold: true, ink, string.Create(CultureInfo.InvariantCulture, $"{cos:0.####} {sin:0.####} {-sin:0.####} {cos:0.####} {left:0.##} {bottom:0.##}"));
    }

    public void Line(double left, double top, double right, double bottom, double width = 0.7, string ink = Ink.Red) =>
        _content.Append(CultureInfo.InvariantCulture,
            $"{ink} RG {width:0.##} w {left:0.##} {Height - top:0.##} m {right:0.##} {Height - bottom:0.##} l S\n");

    private void Show(string text, double size, bool bold, string ink, string matrix) =>
        _content.Append(CultureInfo.InvariantCulture,
            $"BT {ink} rg /{PdfFonts.Key(bold)} {size:0.##} Tf {matrix} Tm <{fonts.Codes(text, bold)}> Tj ET\n");
}
