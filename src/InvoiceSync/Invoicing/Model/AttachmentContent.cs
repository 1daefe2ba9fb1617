using System.IO.Compression;
using System.Text;
using System.Text.Unicode;
using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing.Model;

/// <summary>What a file is by its bytes, never by what its name or its sender says. The ending of the name only has to agree.</summary>
static class AttachmentContent
{
    const int MostParts = 10_000;
    const string OpenSheet = "application/vnd.oasis.opendocument.spreadsheet";

    public static AttachmentKind KindOf(string name, byte[] bytes)
    {
        var kind = Told(bytes);
        Rule.Require(kind is { } told && EndingsOf(told).Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)), AttachmentErrors.KindRefused);
        return kind.Value;
    }

    static string[] EndingsOf(AttachmentKind kind) => kind switch
    {
        AttachmentKind.Jpeg => [".jpg", ".jpeg"],
        _ => [$".{kind.ToString().ToLowerInvariant()}"],
    };

    static AttachmentKind? Told(byte[] bytes)
    {
        var start = bytes.AsSpan();
        if (start.StartsWith("%PDF-"u8)) return AttachmentKind.Pdf;
        if (start.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10])) return AttachmentKind.Png;
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return AttachmentKind.Jpeg;
        return start.StartsWith("PK\u0003\u0004"u8) ? Packed(bytes) : IsTable(start) ? AttachmentKind.Csv : null;
    }

    // Only the list of parts is read, and of an ODS its first few bytes: nothing is unpacked that could grow.
    static AttachmentKind? Packed(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count is 0 or > MostParts || zip.Entries.Any(IsMacro)) return null;
            if (zip.GetEntry("[Content_Types].xml") is not null && zip.GetEntry("xl/workbook.xml") is not null) return AttachmentKind.Xlsx;
            return zip.Entries[0].FullName == "mimetype" && StartOf(zip.Entries[0]) == OpenSheet ? AttachmentKind.Ods : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    static bool IsMacro(ZipArchiveEntry part) =>
        part.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || part.FullName.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase) || part.FullName.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase);

    static string StartOf(ZipArchiveEntry part)
    {
        Span<byte> start = stackalloc byte[OpenSheet.Length + 1];
        using var content = part.Open();
        return Encoding.ASCII.GetString(start[..content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]);
    }

    // A text of letters and line ends; one that begins with markup is a page or a picture that says it is a table.
    static bool IsTable(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) text = text[3..];
        var written = text.TrimStart(" \t\r\n"u8);
        if (written.Length == 0 || written[0] == '<' || !Utf8.IsValid(text)) return false;
        foreach (var letter in text)
            if (letter is < 0x20 and not ((byte)'\t' or (byte)'\r' or (byte)'\n') or 0x7F) return false;
        return true;
    }
}
