using System.Globalization;
using System.Net;
using InvoiceSync.Messaging;
using InvoiceSync.Sync.News;

namespace InvoiceSync.Sync.Model;

/// <summary>The mail that ANAF's authorisation ends or has ended, in Romanian and then in English, and what to do about it.</summary>
static class AuthorizationLetter
{
    const int LongestSubject = 150;

    sealed record Words(string Hello, string Ends, string Ended, string Goes, string Stops, string Waits, string How, string Button, string Foot);

    static readonly Words Romanian = new(
        "Bună,", "Autorizarea ANAF a firmei {0} expiră pe {1:dd.MM.yyyy}, {2}.", "Autorizarea ANAF a firmei {0} a expirat pe {1:dd.MM.yyyy} și nu se mai reînnoiește singură.",
        "Facturile se mai transmit până pe {0:dd.MM.yyyy}; după aceea așteaptă aici, iar termenele lor curg.", "După aceea facturile așteaptă aici, iar termenele lor curg.",
        "Facturile așteaptă aici, iar termenele lor curg.",
        "Autorizează din nou cu certificatul calificat; durează un minut și e valabil un an.", "Autorizează din nou",
        "Primești acest e-mail pentru că poți conecta firma la ANAF.");

    static readonly Words English = new(
        "Hello,", "The ANAF authorisation of {0} ends on {1:d MMMM yyyy}, {2}.", "The ANAF authorisation of {0} ended on {1:d MMMM yyyy} and does not renew itself any more.",
        "Invoices are still filed until {0:d MMMM yyyy}; after that they wait here, and their deadlines run.", "After that invoices wait here, and their deadlines run.",
        "Invoices wait here, and their deadlines run.",
        "Authorise again with the qualified certificate; it takes a minute and is good for a year.", "Authorise again",
        "You get this e-mail because you may connect the company to ANAF.");

    public static Letter Write(string company, TellOfAuthorization told, Uri link)
    {
        string[] romanian = [.. Lines(Romanian, company, told, RomanianDays(told.DaysLeft))], english = [.. Lines(English, company, told, told.DaysLeft == 1 ? "in one day" : Fill("in {0} days", told.DaysLeft))];
        var subject = told.DaysLeft == 0 ? $"{company}: autorizarea ANAF a expirat / the ANAF authorisation has ended" : $"{company}: autorizarea ANAF expiră / the ANAF authorisation ends";
        return new(OneLine(subject), Text(Romanian, romanian, link) + "\n" + Text(English, english, link), $"""
            <!DOCTYPE html><html><body style="margin:0;background:#f4f5f7">
            <div style="max-width:560px;margin:0 auto;padding:32px 24px;background:#ffffff;color:#1f2937;font:16px/1.5 Inter,Arial,sans-serif">
            <p style="font-weight:700">InvoiceSync</p>{Html(Romanian, romanian, link)}<hr style="border:0;border-top:1px solid #d1d5db;margin:24px 0">{Html(English, english, link)}
            </div></body></html>
            """);
    }

    static IEnumerable<string> Lines(Words words, string company, TellOfAuthorization told, string left)
    {
        yield return words.Hello;
        yield return told.DaysLeft == 0 ? Fill(words.Ended, company, told.EndsOn) : Fill(words.Ends, company, told.EndsOn, left);
        yield return told.FilesUntil is { } until && (told.DaysLeft == 0 || until > told.EndsOn) ? Fill(words.Goes, until) : told.DaysLeft == 0 ? words.Waits : words.Stops;
        yield return words.How;
    }

    // 1 zi, 2 zile, 20 de zile, 101 zile.
    static string RomanianDays(int days) => days switch
    {
        1 => "peste o zi",
        _ when days % 100 is 0 or >= 20 => Fill("peste {0} de zile", days),
        _ => Fill("peste {0} zile", days),
    };

    static string Text(Words words, string[] lines, Uri link) => string.Join("\n\n", [.. lines, link.AbsoluteUri, words.Foot]) + "\n";

    static string Html(Words words, string[] lines, Uri link) => $"""
        {string.Concat(lines.Select(l => $"<p>{WebUtility.HtmlEncode(l)}</p>"))}
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
