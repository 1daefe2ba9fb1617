using System.Globalization;
using InvoiceSync.Messaging;
using InvoiceSync.Sync.News;

namespace InvoiceSync.Sync.Model;

/// <summary>The mail that ANAF's authorisation ends or has ended, in Romanian and then in English, and what to do about it.</summary>
static class AuthorizationLetter
{
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
        return new(LetterPaper.Subject(subject), Text(Romanian, romanian, link) + "\n" + Text(English, english, link), LetterPaper.Html(Html(Romanian, romanian, link), Html(English, english, link)));
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

    static string Text(Words words, string[] lines, Uri link) => LetterPaper.Text([.. lines, link.AbsoluteUri, words.Foot]);

    static string Html(Words words, string[] lines, Uri link) => string.Concat(lines.Select(LetterPaper.Paragraph)) + LetterPaper.Button(link, words.Button) + LetterPaper.Foot(words.Foot);

    static string Fill(string words, params object[] facts) => string.Format(CultureInfo.InvariantCulture, words, facts);
}
