using System.Globalization;
using System.Text;
using InvoiceSync.Messaging;

namespace InvoiceSync.Connectors.Smtp;

/// <summary>A mail as it goes over the wire (RFC 5322, MIME): text and HTML side by side, files beside them, everything in base64.</summary>
sealed class MailWriter(OutgoingMail mail, string ownAddress, string ownName)
{
    const string Break = "\r\n";
    readonly string from = mail.From?.Address ?? ownAddress;

    /// <summary>Where bounces go (the envelope's sender).</summary>
    public string Sender => Wire(mail.From?.ReturnTo ?? from);

    public IReadOnlyList<string> Recipients => [.. mail.Cc.Prepend(mail.To).Select(Wire).Distinct()];

    public bool IsInternational => Recipients.Append(Sender).Any(address => !Ascii.IsValid(address));

    public byte[] Bytes()
    {
        var text = new StringBuilder();
        Header(text, "From", $"{MailHeader.Words(mail.From?.Name ?? ownName)} <{Wire(from)}>");
        Header(text, "To", Wire(mail.To));
        if (mail.Cc.Count > 0) Header(text, "Cc", string.Join($",{Break} ", mail.Cc.Select(Wire)));
        if (mail.From?.ReplyTo is { } reply) Header(text, "Reply-To", Wire(reply));
        Header(text, "Subject", MailHeader.Words(mail.Letter.Subject));
        Header(text, "Date", DateOf(mail.Id).ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture));
        Header(text, "Message-ID", $"<{mail.Id}@{Wire(from).Split('@')[^1]}>");
        Header(text, "Auto-Submitted", "auto-generated");
        Header(text, "MIME-Version", "1.0");
        if (mail.Enclosures.Count == 0) Alternatives(text);
        else WithFiles(text);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    void WithFiles(StringBuilder text)
    {
        var boundary = $"files-{mail.Id}";
        Header(text, "Content-Type", $"multipart/mixed; boundary=\"{boundary}\"");
        text.Append(Break).Append("--").Append(boundary).Append(Break);
        Alternatives(text);
        foreach (var file in mail.Enclosures)
        {
            text.Append("--").Append(boundary).Append(Break);
            var name = MailHeader.FileName(file.FileName);
            Header(text, "Content-Type", $"{file.MediaType};{Break} name=\"{name.Plain}\"");
            Header(text, "Content-Disposition", $"attachment;{Break} filename=\"{name.Plain}\"" + (name.Encoded is { } encoded ? $";{Break} filename*=UTF-8''{encoded}" : ""));
            Base64(text, file.Bytes.Span);
        }

        text.Append("--").Append(boundary).Append("--").Append(Break);
    }

    void Alternatives(StringBuilder text)
    {
        var boundary = $"words-{mail.Id}";
        Header(text, "Content-Type", $"multipart/alternative; boundary=\"{boundary}\"");
        text.Append(Break);
        foreach (var (type, words) in new[] { ("text/plain", mail.Letter.Text), ("text/html", mail.Letter.Html) })
        {
            text.Append("--").Append(boundary).Append(Break);
            Header(text, "Content-Type", $"{type}; charset=utf-8");
            Base64(text, Encoding.UTF8.GetBytes(words.ReplaceLineEndings(Break)));
        }

        text.Append("--").Append(boundary).Append("--").Append(Break);
    }

    static void Base64(StringBuilder text, ReadOnlySpan<byte> bytes)
    {
        Header(text, "Content-Transfer-Encoding", "base64");
        text.Append(Break).Append(Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks)).Append(Break);
    }

    // The last to look: nothing that reaches a header may begin another one. Folded lines go on with a space.
    static void Header(StringBuilder text, string name, string value)
    {
        var folded = value.Replace(Break + " ", " ", StringComparison.Ordinal);
        if (folded.Any(char.IsControl)) throw new FormatException($"{name} holds a control character.");
        text.Append(name).Append(": ").Append(value).Append(Break);
    }

    static string Wire(string address) => MailAddresses.Wire(address) ?? throw new FormatException("An address has no domain that DNS could know.");

    // The id was made when the mail was written: a repeat carries the same date.
    static DateTimeOffset DateOf(MailId id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        var milliseconds = 0L;
        for (var at = 0; at < 6; at++) milliseconds = milliseconds << 8 | bytes[at];
        return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
    }
}
