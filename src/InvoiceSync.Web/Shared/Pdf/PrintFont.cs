using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace InvoiceSync.Web.Shared.Pdf;

/// <summary>
/// The font of printed pages, read from its TrueType tables: which glyph a letter is and how wide. It has Latin with all marks,
/// Greek and Cyrillic, and is free to be embedded.
/// </summary>
sealed class PrintFont
{
    const int Segments = 4;
    const string File = "InvoiceSync.Web.Shared.Pdf.DejaVuSansCondensed.ttf";

    readonly byte[] data;
    readonly Dictionary<string, int> tables = [];
    readonly Dictionary<char, ushort> glyphs = [];
    readonly int unitsPerEm;
    readonly int widths;

    PrintFont(byte[] data)
    {
        this.data = data;
        for (var table = 0; table < Short(4); table++) tables[Encoding.ASCII.GetString(data, 12 + 16 * table, 4)] = Int(12 + 16 * table + 8);
        unitsPerEm = Short(tables["head"] + 18);
        widths = Short(tables["hhea"] + 34);
        ReadLetters();
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(data);
        Packed = packed.ToArray();
    }

    public static PrintFont It { get; } = Read();

    /// <summary>The whole font as a PDF holds it.</summary>
    public byte[] Packed { get; }

    public int Length => data.Length;

    public int Ascent => Thousandths((short)Short(tables["hhea"] + 4));

    public int Descent => Thousandths((short)Short(tables["hhea"] + 6));

    public ushort Glyph(char letter) => glyphs.GetValueOrDefault(letter);

    public bool Has(char letter) => glyphs.ContainsKey(letter);

    /// <summary>In thousandths of the size.</summary>
    public int Width(ushort glyph) => Thousandths(Short(tables["hmtx"] + 4 * Math.Min(glyph, widths - 1)));

    public double Width(string text, double size) => text.Sum(c => Width(Glyph(c))) * size / 1000;

    int Thousandths(int units) => units * 1000 / unitsPerEm;

    // Format 4 of the table cmap: segments of code points, each with an offset or a list.
    void ReadLetters()
    {
        var cmap = tables["cmap"];
        var at = cmap + Enumerable.Range(0, Short(cmap + 2)).Select(n => Int(cmap + 4 + 8 * n + 4)).First(offset => Short(cmap + offset) == Segments);
        var segments = Short(at + 6) / 2;
        for (var segment = 0; segment < segments; segment++)
        {
            var end = Short(at + 14 + 2 * segment);
            var startAt = at + 16 + 2 * segments + 2 * segment;
            var (start, delta, range) = (Short(startAt), Short(startAt + 2 * segments), Short(startAt + 4 * segments));
            for (var code = start; code <= end && code < char.MaxValue; code++)
            {
                var listed = range == 0 ? code : Short(startAt + 4 * segments + range + 2 * (code - start));
                var glyph = range != 0 && listed == 0 ? 0 : (listed + delta) & 0xFFFF;
                if (glyph != 0) glyphs[(char)code] = (ushort)glyph;
            }
        }
    }

    static PrintFont Read()
    {
        using var stream = typeof(PrintFont).Assembly.GetManifestResourceStream(File)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return new(copy.ToArray());
    }

    int Short(int at) => BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(at));

    int Int(int at) => BinaryPrimitives.ReadInt32BigEndian(data.AsSpan(at));
}
