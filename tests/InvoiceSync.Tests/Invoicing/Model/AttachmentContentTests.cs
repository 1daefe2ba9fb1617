using System.IO.Compression;
using System.Text;
using InvoiceSync.Invoicing;
using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;

namespace InvoiceSync.Tests.Invoicing.Model;

public sealed class AttachmentContentTests
{
    const string OpenSheet = "application/vnd.oasis.opendocument.spreadsheet";

    static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public void A_file_is_what_its_bytes_say()
    {
        Assert.Equal(AttachmentKind.Pdf, AttachmentContent.KindOf("Plan.PDF", Text("%PDF-1.7\n…")));
        Assert.Equal(AttachmentKind.Png, AttachmentContent.KindOf("a.png", Png));
        Assert.Equal(AttachmentKind.Jpeg, AttachmentContent.KindOf("a.jpeg", [0xFF, 0xD8, 0xFF, 0xE0]));
        Assert.Equal(AttachmentKind.Csv, AttachmentContent.KindOf("ore.csv", Text("\uFEFFzi;ore\r\n1;8\tș\n")));
        Assert.Equal(AttachmentKind.Xlsx, AttachmentContent.KindOf("a.xlsx", Zip(("[Content_Types].xml", "x"), ("xl/workbook.xml", "x"))));
        Assert.Equal(AttachmentKind.Ods, AttachmentContent.KindOf("a.ods", Zip(("mimetype", OpenSheet), ("content.xml", "x"))));
    }

    [Fact]
    public void What_says_it_is_something_else_is_refused()
    {
        foreach (var (name, bytes) in new (string, byte[])[]
        {
            ("a.pdf", Text("<html><script>alert(1)</script>")), ("a.csv", Text("  <svg onload=alert(1)>")), ("a.csv", Text("\uFEFF<html>")), ("a.csv", Text("a;b\0c")), ("a.csv", [(byte)'a', 0xFF, 0xFE]),
            ("a.csv", Text(" \n")), ("a.csv", []), ("a.html", Text("%PDF-1.7")), ("a.png", Text("%PDF-1.7")), ("pdf", Text("%PDF-1.7")), ("a.exe", Text("MZ")), ("a.txt", Text("words")),
            ("a.xlsx", Zip(("word/document.xml", "x"), ("[Content_Types].xml", "x"))), ("a.xlsx", Zip(("mimetype", OpenSheet))), ("a.zip", Zip(("a.txt", "x"))), ("a.xlsx", Zip()), ("a.xlsx", [.. "PK\u0003\u0004"u8, 1, 2, 3]),
            ("a.xlsx", Zip(("[Content_Types].xml", "x"), ("xl/workbook.xml", "x"), ("xl/vbaProject.bin", "x"))), ("a.ods", Zip(("mimetype", OpenSheet), ("Basic/script-lc.xml", "x"))),
            ("a.ods", Zip(("mimetype", OpenSheet + "-template"))), ("a.ods", Zip(("content.xml", "x"), ("mimetype", OpenSheet))),
        })
            Assert.Equal((name, bytes.Length, "attachment.kind_refused"), (name, bytes.Length, Assert.Throws<RuleBrokenException>(() => AttachmentContent.KindOf(name, bytes)).Error.Code));
    }

    static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Text(content));
            }

        return packed.ToArray();
    }
}
