using System.Globalization;
using System.Net;
using InvoiceSync.Messaging;
using InvoiceSync.Sync.News;

namespace InvoiceSync.Sync.Model;

/// <summary>The mail that the company's own system took no message for two days, in Romanian and then in English, with its last answer and where to look.</summary>
static class LostNewsLetter
{
    const int LongestSubject = 150;

    sealed record Words(string Hello, string Lost, string Answered, string Silent, string Rest, string Button, string Foot, IReadOnlyDictionary<NewsKind, string> Kinds, IReadOnlyDictionary<string, string> Problems);

    static readonly Words Romanian = new(
        "Bună,", "Sistemul propriu al firmei {0} nu a preluat timp de două zile un mesaj din {1:dd.MM.yyyy} ({2}). Nu mai încercăm.",
        "Ultimul lui răspuns a fost {0}; preluat înseamnă între 200 și 299.", "Ultima încercare a eșuat: {0}.",
        "Facturile și transmiterea lor nu depind de asta. Pot fi și alte mesaje nepreluate astăzi: le vezi în pagină. Verifică adresa și trimite un mesaj de probă.", "Vezi notificările",
        "Primești acest e-mail pentru că ești proprietarul firmei. Despre mesajele pierdute scriem cel mult o dată pe zi.",
        new Dictionary<NewsKind, string> { [NewsKind.Finished] = "o procesare s-a încheiat", [NewsKind.Failed] = "o procesare are o problemă", [NewsKind.Summary] = "rezumatul zilei" },
        new Dictionary<string, string> { ["unreachable"] = "nu a putut fi găsit", ["too_slow"] = "a durat prea mult", ["too_long"] = "răspunsul a fost prea lung", ["address_refused"] = "adresa nu este publică" });

    static readonly Words English = new(
        "Hello,", "The own system of {0} did not take a message of {1:d MMMM yyyy} ({2}) for two days. We do not try again.",
        "Its last answer was {0}; taken is 200 to 299.", "The last try failed: {0}.",
        "Invoices and their filing do not depend on it. Other messages may have been lost today: the page shows them. Check the address and send a test.", "Look at the notifications",
        "You get this e-mail because you own the company. We write of lost messages once a day at most.",
        new Dictionary<NewsKind, string> { [NewsKind.Finished] = "processing ended", [NewsKind.Failed] = "processing has trouble", [NewsKind.Summary] = "the day’s summary" },
        new Dictionary<string, string> { ["unreachable"] = "it could not be reached", ["too_slow"] = "it took too long", ["too_long"] = "the answer was too long", ["address_refused"] = "the address is not public" });

    public static Letter Write(string company, TellOfLostNews lost, DateOnly of, Uri link)
    {
        string[] romanian = [.. Lines(Romanian, company, lost, of)], english = [.. Lines(English, company, lost, of)];
        return new(OneLine($"{company}: mesaj nepreluat de sistemul tău / a message your system did not take"), Text(Romanian, romanian, link) + "\n" + Text(English, english, link), $"""
            <!DOCTYPE html><html><body style="margin:0;background:#f4f5f7">
            <div style="max-width:560px;margin:0 auto;padding:32px 24px;background:#ffffff;color:#1f2937;font:16px/1.5 Inter,Arial,sans-serif">
            <p style="font-weight:700">InvoiceSync</p>{Html(Romanian, romanian, link)}<hr style="border:0;border-top:1px solid #d1d5db;margin:24px 0">{Html(English, english, link)}
            </div></body></html>
            """);
    }

    static IEnumerable<string> Lines(Words words, string company, TellOfLostNews lost, DateOnly of)
    {
        yield return words.Hello;
        yield return Fill(words.Lost, company, of, words.Kinds[lost.Kind]);
        yield return lost.Status is { } status ? Fill(words.Answered, status) : Fill(words.Silent, words.Problems.GetValueOrDefault(lost.Problem ?? "", lost.Problem ?? "?"));
        yield return words.Rest;
    }

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
