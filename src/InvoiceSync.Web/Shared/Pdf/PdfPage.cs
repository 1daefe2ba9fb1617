using System.Globalization;
using System.Text;

namespace InvoiceSync.Web.Shared.Pdf;

/// <summary>One page of A4 across. Places are in points from the left and the top edge.</summary>
sealed class PdfPage(SortedDictionary<ushort, char> used)
{
    public const int Width = 842;
    public const int Height = 595;

    /// <summary>Stands for a letter the font lacks, so that nobody takes the text for whole.</summary>
    const char Missing = '\uFFFD';

    readonly StringBuilder content = new();

    public string Content => content.ToString();

    public void Text(double left, double top, double size, string text, double grey = 0)
    {
        if (text.Length == 0) return;
        content.Append(CultureInfo.InvariantCulture, $"BT /F {size:0.##} Tf {grey:0.##} g 1 0 0 1 {left:0.##} {Height - top:0.##} Tm <");
        foreach (var letter in Printable(text))
        {
            var glyph = PrintFont.It.Glyph(letter);
            used[glyph] = letter;
            content.Append(glyph.ToString("X4", CultureInfo.InvariantCulture));
        }

        content.Append("> Tj ET\n");
    }

    public void Line(double left, double right, double top) =>
        content.Append(CultureInfo.InvariantCulture, $"0.8 G 0.5 w {left:0.##} {Height - top:0.##} m {right:0.##} {Height - top:0.##} l S\n");

    /// <summary>Letters with their marks as one, control characters as spaces. Half a letter from outside would stop the joining of marks, so it is replaced first.</summary>
    public static string Printable(string text) =>
        string.Concat(string.Concat(text.EnumerateRunes()).Normalize().EnumerateRunes().Select(rune => Rune.IsControl(rune) ? ' ' : rune.IsBmp && PrintFont.It.Has((char)rune.Value) ? (char)rune.Value : Missing));
}
