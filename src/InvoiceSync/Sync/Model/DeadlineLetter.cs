using System.Globalization;
using InvoiceSync.Messaging;
using InvoiceSync.Sync.News;

namespace InvoiceSync.Sync.Model;

/// <summary>
/// The mail about deadlines, in Romanian and then in English: how many documents are on which day, and where they are. What
/// they are stands behind the sign-in.
/// </summary>
static class DeadlineLetter
{
    sealed record Words(string Hello, string Lead, string One, string Many, string Lots, string RestedOne, string RestedMany, string Button, string Foot);

    static readonly Words Romanian = new(
        "Bună,", "Aceste documente ale firmei {0} nu sunt încă acceptate de ANAF. Legea dă cinci zile lucrătoare de la emitere:",
        "{0} document este în ziua lucrătoare {1}", "{0} documente sunt în ziua lucrătoare {1}", "{0} de documente sunt în ziua lucrătoare {1}",
        "Sistemul ANAF nu a funcționat 24 de ore sau mai mult în zilele unui document de mai sus: cât timp nu funcționează, obligația de transmitere este suspendată.",
        "Sistemul ANAF nu a funcționat 24 de ore sau mai mult în zilele a {0} dintre ele: cât timp nu funcționează, obligația de transmitere este suspendată.",
        "Deschide termenele",
        "Primești acest e-mail pentru că poți transmite documente pentru firmă. Îl poți opri pe pagina termenelor.");

    static readonly Words English = new(
        "Hello,", "These documents of {0} are not accepted by ANAF yet. The law gives five working days after issue:",
        "{0} document is on its working day {1}", "{0} documents are on their working day {1}", "{0} documents are on their working day {1}",
        "ANAF’s system was down for 24 hours or more within the days of one document above: while it is down, the duty to file rests.",
        "ANAF’s system was down for 24 hours or more within the days of {0} of them: while it is down, the duty to file rests.",
        "Open the deadlines",
        "You get this e-mail because you may file for the company. You can switch it off on the page of deadlines.");

    public static Letter Write(string company, TellOfDeadlines told, Uri link)
    {
        var count = told.Second + told.Third + told.Fourth;
        Words[] languages = [Romanian, English];
        return new(
            LetterPaper.Subject($"{company}: {count} de transmis la ANAF / to file with ANAF"), string.Join("\n\n", languages.Select(w => Text(w, company, told, link))),
            LetterPaper.Html(languages.Select(w => Html(w, company, told, link))));
    }

    static IEnumerable<string> Lines(Words words, TellOfDeadlines told) =>
        from line in ((int Count, int Day)[])[(told.Fourth, 4), (told.Third, 3), (told.Second, 2)]
        where line.Count > 0
        select Fill(line.Count == 1 ? words.One : line.Count % 100 is 0 or >= 20 ? words.Lots : words.Many, line.Count, line.Day);

    static string? Rested(Words words, TellOfDeadlines told) => told.Rested switch
    {
        0 => null,
        1 => words.RestedOne,
        var many => Fill(words.RestedMany, many),
    };

    static string Text(Words words, string company, TellOfDeadlines told, Uri link) =>
        LetterPaper.Text(words.Hello, Fill(words.Lead, company), string.Join('\n', Lines(words, told).Select(l => $"- {l}").Append(Rested(words, told)).OfType<string>()), link.AbsoluteUri, words.Foot);

    static string Html(Words words, string company, TellOfDeadlines told, Uri link) =>
        LetterPaper.Paragraph(words.Hello) + LetterPaper.Paragraph(Fill(words.Lead, company))
        + $"<ul>{string.Concat(Lines(words, told).Select(l => $"<li>{l}</li>"))}</ul>{(Rested(words, told) is { } rested ? LetterPaper.Paragraph(rested) : "")}"
        + LetterPaper.Button(link, words.Button) + LetterPaper.Foot(words.Foot);

    static string Fill(string words, params object[] facts) => string.Format(CultureInfo.InvariantCulture, words, facts);
}
