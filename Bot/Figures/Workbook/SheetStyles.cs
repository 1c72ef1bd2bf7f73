namespace DisclosureBot.Figures.Workbook;

/// <summary>The formats of all cells, in the order of <see cref="CellStyle"/>; fonts that every Chinese office has.</summary>
internal static class SheetStyles
{
    private const string Framed = """borderId="1" applyBorder="1" """;
    private const string Centre = """<alignment horizontal="center" vertical="center" wrapText="1"/>""";

    public static string Xml => $"""
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
        <numFmts count="4"><numFmt numFmtId="164" formatCode="#,##0"/><numFmt numFmtId="165" formatCode="0.0"/><numFmt numFmtId="166" formatCode="yyyy-mm-dd hh:mm"/><numFmt numFmtId="167" formatCode="yyyy-mm-dd"/></numFmts>
        <fonts count="4">
        <font><sz val="11"/><name val="宋体"/><charset val="134"/></font>
        <font><b/><sz val="16"/><name val="黑体"/><charset val="134"/></font>
        <font><sz val="10"/><color rgb="FF595959"/><name val="宋体"/><charset val="134"/></font>
        <font><b/><sz val="11"/><name val="宋体"/><charset val="134"/></font>
        </fonts>
        <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7EEF7"/><bgColor indexed="64"/></patternFill></fill></fills>
        <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>
        <border><left style="thin"><color rgb="FF7F7F7F"/></left><right style="thin"><color rgb="FF7F7F7F"/></right><top style="thin"><color rgb="FF7F7F7F"/></top><bottom style="thin"><color rgb="FF7F7F7F"/></bottom><diagonal/></border></borders>
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
        <cellXfs count="13">
        <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
        <xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"><alignment vertical="center"/></xf>
        <xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"><alignment vertical="center"/></xf>
        <xf numFmtId="0" fontId="3" fillId="2" {Framed}xfId="0" applyFont="1" applyFill="1" applyAlignment="1">{Centre}</xf>
        <xf numFmtId="0" fontId="0" fillId="0" {Framed}xfId="0" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>
        <xf numFmtId="164" fontId="0" fillId="0" {Framed}xfId="0" applyNumberFormat="1"/>
        <xf numFmtId="165" fontId="0" fillId="0" {Framed}xfId="0" applyNumberFormat="1"/>
        <xf numFmtId="10" fontId="0" fillId="0" {Framed}xfId="0" applyNumberFormat="1"/>
        <xf numFmtId="166" fontId="0" fillId="0" {Framed}xfId="0" applyNumberFormat="1"/>
        <xf numFmtId="167" fontId="0" fillId="0" {Framed}xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left"/></xf>
        <xf numFmtId="0" fontId="3" fillId="2" {Framed}xfId="0" applyFont="1" applyFill="1"/>
        <xf numFmtId="164" fontId="3" fillId="2" {Framed}xfId="0" applyFont="1" applyFill="1" applyNumberFormat="1"/>
        <xf numFmtId="10" fontId="3" fillId="2" {Framed}xfId="0" applyFont="1" applyFill="1" applyNumberFormat="1"/>
        </cellXfs>
        <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
        </styleSheet>
        """;
}
