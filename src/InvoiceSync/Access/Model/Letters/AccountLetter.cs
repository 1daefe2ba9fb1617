using System.Globalization;
using System.Net;
using InvoiceSync.Messaging;

namespace InvoiceSync.Access.Model.Letters;

/// <summary>Puts a letter together: greeting, what happened, a button where there is something to do, and what to do if it was not you.</summary>
static class AccountLetter
{
    public static Letter Write(LetterKind kind, string language, string name, Uri? link, IReadOnlyList<string> facts)
    {
        var texts = LetterTexts.In(language);
        object[] filled = [.. facts];
        var words = texts.Of[kind];
        var (subject, body) = (Fill(words.Subject, filled), Fill(words.Body, filled));
        var greeting = name.Length > 0 ? Fill(texts.Greeting, [name]) : texts.GreetingNobody;
        return new(OneLine(subject), Text(texts, greeting, body, link), Html(texts, words.Button, greeting, body, link));
    }

    static string Fill(string text, object[] facts) => string.Format(CultureInfo.InvariantCulture, text, facts);

    // A company's or person's name must not break out of the header.
    static string OneLine(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
        return line.Length <= 150 ? line : line[..150];
    }

    static string Text(LetterTexts texts, string greeting, string body, Uri? link) =>
        string.Join("\n\n", new[] { greeting, body, link?.AbsoluteUri, texts.Foot }.Where(part => part is not null)) + "\n";

    static string Html(LetterTexts texts, string? button, string greeting, string body, Uri? link)
    {
        var action = link is null ? "" : $"""
            <p style="margin:24px 0"><a href="{WebUtility.HtmlEncode(link.AbsoluteUri)}" style="background:#1d4ed8;color:#ffffff;padding:12px 20px;border-radius:8px;text-decoration:none;font-weight:600">{WebUtility.HtmlEncode(button)}</a></p>
            """;
        return $"""
            <!DOCTYPE html><html><body style="margin:0;background:#f4f5f7">
            <div style="max-width:560px;margin:0 auto;padding:32px 24px;background:#ffffff;color:#1f2937;font:16px/1.5 Inter,Arial,sans-serif">
            <p style="font-weight:700">InvoiceSync</p>
            <p>{WebUtility.HtmlEncode(greeting)}</p>
            <p style="white-space:pre-line">{WebUtility.HtmlEncode(body)}</p>
            {action}
            <p style="color:#6b7280;font-size:14px">{WebUtility.HtmlEncode(texts.Foot)}</p>
            </div></body></html>
            """;
    }
}
