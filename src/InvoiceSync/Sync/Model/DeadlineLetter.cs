using System.Globalization;
using System.Net;
using InvoiceSync.Messaging;
using InvoiceSync.Sync.News;

namespace InvoiceSync.Sync.Model;

/// <summary>
/// The mail about deadlines, in Romanian and then in English: how many documents are on which day, and where they are. What
/// they are stands behind the sign-in.
/// </summary>
static class DeadlineLetter
{
    const int LongestSubject = 150;

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
        var text = string.Join("\n\n", ((Words[])[Romanian, English]).Select(w => Text(w, company, told, link)));
        var html = string.Join("<hr style=\"border:0;border-top:1px solid #d1d5db;margin:24px 0\">", ((Words[])[Romanian, English]).Select(w => Html(w, company, told, link)));
        return new(OneLine($"{company}: {count} de transmis la ANAF / to file with ANAF"), text, $"""
            <!DOCTYPE html><html><body style="margin:0;background:#f4f5f7">
            <div style="max-width:560px;margin:0 auto;padding:32px 24px;background:#ffffff;color:#1f2937;font:16px/1.5 Inter,Arial,sans-serif">
            <p style="font-weight:700">InvoiceSync</p>{html}
            </div></body></html>
            """);
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
        string.Join("\n\n", words.Hello, Fill(words.Lead, company), string.Join('\n', Lines(words, told).Select(l => $"- {l}").Append(Rested(words, told)).OfType<string>()), link.AbsoluteUri, words.Foot) + "\n";

    static string Html(Words words, string company, TellOfDeadlines told, Uri link) => $"""
        <p>{words.Hello}</p>
        <p>{WebUtility.HtmlEncode(Fill(words.Lead, company))}</p>
        <ul>{string.Concat(Lines(words, told).Select(l => $"<li>{l}</li>"))}</ul>{(Rested(words, told) is { } rested ? $"<p>{WebUtility.HtmlEncode(rested)}</p>" : "")}
        <p style="margin:24px 0"><a href="{WebUtility.HtmlEncode(link.AbsoluteUri)}" style="background:#1d4ed8;color:#ffffff;padding:12px 20px;border-radius:8px;text-decoration:none;font-weight:600">{words.Button}</a></p>
        <p style="color:#6b7280;font-size:14px">{words.Foot}</p>
        """;

    static string Fill(string words, params object[] facts) => string.Format(CultureInfo.InvariantCulture, words, facts);

    // The name of a company must not break out of the header.
    static string OneLine(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
        return line.Length <= LongestSubject ? line : line[..LongestSubject];
    }
}
