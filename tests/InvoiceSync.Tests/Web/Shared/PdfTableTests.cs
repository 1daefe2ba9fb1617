using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using InvoiceSync.Tests.Given;
using InvoiceSync.Web.Shared.Pdf;

namespace InvoiceSync.Tests.Web.Shared;

/// <summary>What is printed is read back by a reader that knows the format alone: objects by the table at the end, letters by the map of the font.</summary>
public sealed partial class PdfTableTests
{
    [Fact]
    public void Every_letter_of_our_languages_is_found_again_in_the_order_it_was_written()
    {
        const string letters = "Ștefan Țîrlea, Brăila: ăâîșț ĂÂÎȘȚ · Ελληνικά Αθήνα · Кирилица Щерба · Łódź Žižkov ß €";
        Assert.Contains(letters, Read(Table(letters)), StringComparison.Ordinal);
        Assert.Contains("ș", Read(Table("s\u0326")), StringComparison.Ordinal); // a mark of its own is joined
        Assert.Contains("a\uFFFDb", Read(Table("a\U0001F600b")), StringComparison.Ordinal); // what the font lacks is shown as lacking
        Assert.Contains("x\uFFFDy z", Read(Table("x\uD800y\u0007z")), StringComparison.Ordinal); // half a letter, and a bell
    }

    [Fact]
    public void A_long_table_goes_over_pages_with_headings_and_numbers_and_loses_nothing()
    {
        var table = new PdfTable([100, 300], ["Number", "Text"]);
        table.Title("Title");
        for (var row = 1; row <= 300; row++) table.Row([$"row-{row};", row == 150 ? string.Join(' ', Enumerable.Range(1, 2000).Select(n => $"w{n}.")) : new string('x', 200)]);
        var text = Read(table.ToBytes("foot", (page, pages) => $"[{page}/{pages}]", "en", Some.Noon));
        Assert.All(Enumerable.Range(1, 300), row => Assert.Contains($"row-{row};", text, StringComparison.Ordinal));
        Assert.All(Enumerable.Range(1, 2000), n => Assert.Contains($"w{n}.", text, StringComparison.Ordinal));
        var pages = int.Parse(LastPage().Match(text).Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.True(pages > 20);
        Assert.All(Enumerable.Range(1, pages), page => Assert.Contains($"[{page}/{pages}]", text, StringComparison.Ordinal));
        Assert.Equal(pages, text.Split("Number").Length - 1);
    }

    static byte[] Table(string text)
    {
        var table = new PdfTable([700], ["Text"]);
        table.Title("Title");
        table.Row([text]);
        return table.ToBytes("foot", (page, pages) => $"{page}/{pages}", "ro", Some.Noon);
    }

    internal static string Read(byte[] pdf)
    {
        var file = Encoding.Latin1.GetString(pdf);
        var xref = int.Parse(Start().Match(file).Groups[1].Value, CultureInfo.InvariantCulture);
        var places = Entry().Matches(file[xref..]).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();
        var objects = places.Select((at, n) => file[at..].StartsWith($"{n + 1} 0 obj\n", StringComparison.Ordinal) ? at : throw new InvalidDataException($"object {n + 1} is not at {at}")).ToList();
        string Object(int number) => Encoding.Latin1.GetString(Stream(pdf, file, objects[number - 1]));

        var map = Pair().Matches(Object(7)).ToDictionary(m => m.Groups[1].Value, m => (char)Convert.ToInt32(m.Groups[2].Value, 16));
        var pages = Kid().Matches(file[objects[1]..objects[2]]).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture));
        return string.Join('\n', pages.SelectMany(page => Shown().Matches(Object(page + 1))).Select(m => string.Concat(m.Groups[1].Value.Chunk(4).Select(code => map[new string(code)]))));
    }

    static byte[] Stream(byte[] pdf, string file, int at)
    {
        var length = int.Parse(Length().Match(file, at).Groups[1].Value, CultureInfo.InvariantCulture);
        var from = file.IndexOf("stream\n", at, StringComparison.Ordinal) + 7;
        using var unpacked = new MemoryStream();
        using var zlib = new ZLibStream(new MemoryStream(pdf, from, length), CompressionMode.Decompress);
        zlib.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    [GeneratedRegex(@"startxref\n(\d+)\n%%EOF")]
    private static partial Regex Start();

    [GeneratedRegex(@"(\d{10}) 00000 n ")]
    private static partial Regex Entry();

    [GeneratedRegex(@"/Length (\d+)")]
    private static partial Regex Length();

    [GeneratedRegex("<([0-9A-F]{4})> <([0-9A-F]{4})>\n")]
    private static partial Regex Pair();

    [GeneratedRegex(@"(\d+) 0 R")]
    private static partial Regex Kid();

    [GeneratedRegex("<([0-9A-F]+)> Tj")]
    private static partial Regex Shown();

    [GeneratedRegex(@"\[1/(\d+)\]")]
    private static partial Regex LastPage();
}
