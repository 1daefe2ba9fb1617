using System.Globalization;
using System.Net;
using InvoiceSync.Messaging;

namespace InvoiceSync.Audit.Model.Letters;

/// <summary>Puts a letter about the log together. None holds anything of the log itself: whoever wants to see it follows the link and signs in.</summary>
static class AuditLetter
{
    public static Letter Write(AuditLetterKind kind, string language, Uri? link, string? block, params object[] facts)
    {
        var texts = AuditLetterTexts.In(language);
        var words = texts.Of[kind];
        var (subject, body) = (string.Format(CultureInfo.InvariantCulture, words.Subject, facts), string.Format(CultureInfo.InvariantCulture, words.Body, facts));
        string?[] parts = [texts.Greeting, body, block, link?.AbsoluteUri, texts.Foot];
        return new(OneLine(subject), string.Join("\n\n", parts.Where(p => p is not null)) + "\n", Html(texts, words.Button, body, block, link));
    }

    // The name of a company or plan must not break out of the header.
    static string OneLine(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
        return line.Length <= 150 ? line : line[..150];
    }

    static string Html(AuditLetterTexts texts, string? button, string body, string? block, Uri? link)
    {
        var kept = block is null ? "" : $"<pre style=\"font-size:12px;overflow:auto\">{WebUtility.HtmlEncode(block)}</pre>";
        var action = link is null ? "" : $"""
            <p style="margin:24px 0"><a href="{WebUtility.HtmlEncode(link.AbsoluteUri)}" style="background:#1d4ed8;color:#ffffff;padding:12px 20px;border-radius:8px;text-decoration:none;font-weight:600">{WebUtility.HtmlEncode(button)}</a></p>
            """;
        return $"""
            <!DOCTYPE html><html><body style="margin:0;background:#f4f5f7">
            <div style="max-width:560px;margin:0 auto;padding:32px 24px;background:#ffffff;color:#1f2937;font:16px/1.5 Inter,Arial,sans-serif">
            <p style="font-weight:700">InvoiceSync</p>
            <p>{WebUtility.HtmlEncode(texts.Greeting)}</p>
            <p style="white-space:pre-line">{WebUtility.HtmlEncode(body)}</p>
            {kept}{action}
            <p style="color:#6b7280;font-size:14px">{WebUtility.HtmlEncode(texts.Foot)}</p>
            </div></body></html>
            """;
    }
}
