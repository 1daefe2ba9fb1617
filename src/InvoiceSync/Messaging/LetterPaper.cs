using System.Net;

namespace InvoiceSync.Messaging;

/// <summary>The paper our own letters to people are written on: a subject no name breaks out of, plain text, and the page around the same words. All words are given plain.</summary>
public static class LetterPaper
{
    const int LongestSubject = 150;
    const string BetweenLanguages = """<hr style="border:0;border-top:1px solid #d1d5db;margin:24px 0">""";

    /// <summary>On one line of at most 150 characters: the name of a company or person must not break out of the header.</summary>
    public static string Subject(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
        return line.Length <= LongestSubject ? line : line[..LongestSubject];
    }

    /// <summary>Paragraphs with an empty line between them; what is null is left out.</summary>
    public static string Text(params IEnumerable<string?> paragraphs) => string.Join("\n\n", paragraphs.OfType<string>()) + "\n";

    /// <summary>The whole page, one language under the other.</summary>
    public static string Html(params IEnumerable<string> languages) => $"""
        <!DOCTYPE html><html><body style="margin:0;background:#f4f5f7">
        <div style="max-width:560px;margin:0 auto;padding:32px 24px;background:#ffffff;color:#1f2937;font:16px/1.5 Inter,Arial,sans-serif">
        <p style="font-weight:700">InvoiceSync</p>
        {string.Join(BetweenLanguages, languages)}
        </div></body></html>
        """;

    /// <summary>What breaks its lines keeps them.</summary>
    public static string Paragraph(string text) => $"""
        <p style="white-space:pre-line">{WebUtility.HtmlEncode(text)}</p>

        """;

    /// <summary>The one thing to do; nothing without a link.</summary>
    public static string Button(Uri? link, string? words) => link is null ? "" : $"""
        <p style="margin:24px 0"><a href="{WebUtility.HtmlEncode(link.AbsoluteUri)}" style="background:#1d4ed8;color:#ffffff;padding:12px 20px;border-radius:8px;text-decoration:none;font-weight:600">{WebUtility.HtmlEncode(words)}</a></p>

        """;

    /// <summary>Why somebody gets the letter, in small print.</summary>
    public static string Foot(string words) => $"""
        <p style="color:#6b7280;font-size:14px">{WebUtility.HtmlEncode(words)}</p>
        """;
}
