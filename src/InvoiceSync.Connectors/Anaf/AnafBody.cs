using System.Text;
using System.Text.Unicode;

namespace InvoiceSync.Connectors.Anaf;

enum BodyKind
{
    Empty,
    Xml,
    Json,
    Html,
    Zip,
    Other,
}

/// <summary>Tells what a body is by its first bytes. ANAF's Content-Type headers are often wrong and mixed up.</summary>
static class AnafBody
{
    static readonly Encoding Windows1252;

    static AnafBody()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Windows1252 = Encoding.GetEncoding(1252);
    }

    public static BodyKind KindOf(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith("PK\x03\x04"u8)) return BodyKind.Zip;
        var text = WithoutBom(body).TrimStart(" \t\r\n"u8);
        if (text.IsEmpty) return BodyKind.Empty;
        return text[0] switch
        {
            (byte)'{' or (byte)'[' => BodyKind.Json,
            (byte)'<' => Mentions(text, "<html") || Mentions(text, "<!doctype html") ? BodyKind.Html : BodyKind.Xml,
            _ => BodyKind.Other,
        };
    }

    /// <summary>The F5 in front of ANAF answers HTTP 200 with this page when a body looks like an attack to it.</summary>
    public static bool IsFirewall(ReadOnlySpan<byte> body) => Mentions(body, "request rejected");

    public static ReadOnlySpan<byte> WithoutBom(ReadOnlySpan<byte> body) =>
        body.StartsWith(Encoding.UTF8.Preamble) ? body[Encoding.UTF8.Preamble.Length..] : body;

    /// <summary>UTF-8 without a mark. What claims to be UTF-8 and is not is read as windows-1252 (e-factura-go#16).</summary>
    public static byte[] AsUtf8(byte[] body) =>
        Utf8.IsValid(body) ? WithoutBom(body).ToArray() : Encoding.Convert(Windows1252, Encoding.UTF8, body);

    static bool Mentions(ReadOnlySpan<byte> body, string what) =>
        Encoding.ASCII.GetString(body[..Math.Min(body.Length, 1024)]).Contains(what, StringComparison.OrdinalIgnoreCase);
}
