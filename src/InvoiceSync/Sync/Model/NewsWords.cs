using System.Globalization;
using InvoiceSync.Messaging;

namespace InvoiceSync.Sync.Model;

/// <summary>What news are about, and how figures are written, in one language.</summary>
sealed record NewsWords(CultureInfo Culture, IReadOnlyDictionary<NewsSubject, string> Subjects)
{
    static readonly NewsWords English = new(
        CultureInfo.GetCultureInfo("en-GB"),
        new Dictionary<NewsSubject, string>
        {
            [NewsSubject.Daily] = "New sales",
            [NewsSubject.Customers] = "Customers",
            [NewsSubject.Full] = "The whole year",
            [NewsSubject.Batch] = "Sales processed together",
        });

    static readonly NewsWords Romanian = new(
        CultureInfo.GetCultureInfo("ro-RO"),
        new Dictionary<NewsSubject, string>
        {
            [NewsSubject.Daily] = "Vânzări noi",
            [NewsSubject.Customers] = "Clienți",
            [NewsSubject.Full] = "Tot anul",
            [NewsSubject.Batch] = "Vânzări procesate împreună",
        });

    public static NewsWords In(string language) => language == MailLanguages.Romanian ? Romanian : English;
}
