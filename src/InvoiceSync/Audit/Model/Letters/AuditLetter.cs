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
        var kept = block is null ? "" : $"<pre style=\"font-size:12px;overflow:auto\">{WebUtility.HtmlEncode(block)}</pre>";
        return new(
            LetterPaper.Subject(subject), LetterPaper.Text(texts.Greeting, body, block, link?.AbsoluteUri, texts.Foot),
            LetterPaper.Html(LetterPaper.Paragraph(texts.Greeting) + LetterPaper.Paragraph(body) + kept + LetterPaper.Button(link, words.Button) + LetterPaper.Foot(texts.Foot)));
    }
}
