using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace InvoiceSync.Web.Shared.Pdf;

/// <summary>
/// Writes a PDF 1.7: pages of text and lines in one embedded font, with a map from glyphs back to letters, so that what is read
/// can be searched and copied. Why our own: docs/decisions/0012-own-pdf-writer.md.
/// </summary>
sealed class PdfFile
{
    const int Catalog = 1;
    const int Pages = 2;
    const int Font = 3;
    const int Descendant = 4;
    const int Descriptor = 5;
    const int FontData = 6;
    const int Letters = 7;
    const int Info = 8;

    readonly ArrayBufferWriter<byte> bytes = new();
    readonly List<int> places = [];
    readonly List<PdfPage> pages = [];
    readonly SortedDictionary<ushort, char> used = [];

    public PdfPage NewPage()
    {
        var page = new PdfPage(used);
        pages.Add(page);
        return page;
    }

    public IReadOnlyList<PdfPage> All => pages;

    public byte[] ToBytes(string title, string language, DateTimeOffset at)
    {
        Write("%PDF-1.7\n");
        bytes.Write<byte>([(byte)'%', 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
        Object(Catalog, $"<< /Type /Catalog /Pages {Pages} 0 R /Lang ({language}) /ViewerPreferences << /DisplayDocTitle true >> >>");
        Object(Pages, $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select((_, n) => $"{PageNumber(n)} 0 R"))}] >>");
        WriteFont();
        Object(Info, $"<< /Title {Text(title)} /Producer (InvoiceSync) /CreationDate (D:{at.UtcDateTime:yyyyMMddHHmmss}Z) >>");
        for (var n = 0; n < pages.Count; n++)
        {
            Object(PageNumber(n), $"<< /Type /Page /Parent {Pages} 0 R /MediaBox [0 0 {PdfPage.Width} {PdfPage.Height}] /Resources << /Font << /F {Font} 0 R >> >> /Contents {PageNumber(n) + 1} 0 R >>");
            Stream(PageNumber(n) + 1, Packed(Encoding.ASCII.GetBytes(pages[n].Content)), "");
        }

        Ending();
        return bytes.WrittenSpan.ToArray();
    }

    static int PageNumber(int page) => Info + 1 + 2 * page;

    void WriteFont()
    {
        var font = PrintFont.It;
        var widths = string.Join(' ', used.Keys.Select(glyph => $"{glyph} [{font.Width(glyph)}]"));
        Object(Font, $"<< /Type /Font /Subtype /Type0 /BaseFont /DejaVuSansCondensed /Encoding /Identity-H /DescendantFonts [{Descendant} 0 R] /ToUnicode {Letters} 0 R >>");
        Object(Descendant, $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /DejaVuSansCondensed /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {Descriptor} 0 R /CIDToGIDMap /Identity /DW 600 /W [{widths}] >>");
        Object(Descriptor, $"<< /Type /FontDescriptor /FontName /DejaVuSansCondensed /Flags 4 /FontBBox [-1000 {font.Descent} 2000 {font.Ascent}] /ItalicAngle 0 /Ascent {font.Ascent} /Descent {font.Descent} /CapHeight 729 /StemV 80 /FontFile2 {FontData} 0 R >>");
        Stream(FontData, font.Packed, $" /Length1 {font.Length}");
        Stream(Letters, Packed(Encoding.ASCII.GetBytes(LetterMap())), "");
    }

    // At most a hundred pairs in a block, as the format has it.
    string LetterMap()
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Letters def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        foreach (var block in used.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var (glyph, letter) in block) map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}> <{(int)letter:X4}>\n");
            map.Append("endbfchar\n");
        }

        return map.Append("endcmap end end\n").ToString();
    }

    void Ending()
    {
        var start = bytes.WrittenCount;
        Write($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places) Write($"{place:D10} 00000 n \n");
        Write($"trailer\n<< /Size {places.Count + 1} /Root {Catalog} 0 R /Info {Info} 0 R >>\nstartxref\n{start}\n%%EOF\n");
    }

    // UTF-16 with its mark, in hexadecimal: no letter needs an escape.
    static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    void Object(int number, string body)
    {
        Begin(number);
        Write($"{body}\nendobj\n");
    }

    void Stream(int number, byte[] packed, string more)
    {
        Begin(number);
        Write($"<< /Length {packed.Length} /Filter /FlateDecode{more} >>\nstream\n");
        bytes.Write(packed);
        Write("\nendstream\nendobj\n");
    }

    void Begin(int number)
    {
        places.Add(bytes.WrittenCount);
        if (number != places.Count) throw new InvalidOperationException("Objects are written in the order of their numbers.");
        Write($"{number} 0 obj\n");
    }

    void Write(FormattableString text) => bytes.Write(Encoding.ASCII.GetBytes(text.ToString(CultureInfo.InvariantCulture)));

    void Write(string text) => bytes.Write(Encoding.ASCII.GetBytes(text));

    static byte[] Packed(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(plain);
        return packed.ToArray();
    }
}
