using System.Globalization;
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
        return new(
            LetterPaper.Subject(subject), LetterPaper.Text(greeting, body, link?.AbsoluteUri, texts.Foot),
            LetterPaper.Html(LetterPaper.Paragraph(greeting) + LetterPaper.Paragraph(body) + LetterPaper.Button(link, words.Button) + LetterPaper.Foot(texts.Foot)));
    }

    static string Fill(string text, object[] facts) => string.Format(CultureInfo.InvariantCulture, text, facts);
}
