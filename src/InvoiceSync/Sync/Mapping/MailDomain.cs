using InvoiceSync.Customers;

namespace InvoiceSync.Sync.Mapping;

/// <summary>The domain of an e-mail address where it belongs to one company; null where everybody may have one.</summary>
static class MailDomain
{
    static readonly HashSet<string> Everybodys =
    [
        "gmail.com", "googlemail.com", "yahoo.com", "yahoo.ro", "yahoo.co.uk", "ymail.com", "outlook.com", "hotmail.com", "live.com", "msn.com", "icloud.com", "me.com", "mac.com",
        "aol.com", "proton.me", "protonmail.com", "gmx.com", "gmx.net", "gmx.de", "mail.com", "mail.ru", "zoho.com", "fastmail.com", "email.com", "k.ro", "rdslink.ro", "digi.ro", "clicknet.ro",
    ];

    public static string? OfCompany(string email) =>
        email.LastIndexOf('@') is > 0 and var at && email[(at + 1)..].Trim().ToLowerInvariant() is { Length: > 0 } domain && !Everybodys.Contains(domain) ? domain : null;

    /// <summary>The company behind each domain, of buyers whose number is known. Where several share one it is no company's own, and says nothing.</summary>
    public static IReadOnlyDictionary<string, Cui> Companies(IEnumerable<(string Email, string? TaxId)> known) => known
        .Select(k => (Domain: OfCompany(k.Email), Is: Cui.TryParse(k.TaxId, out var cui), Cui: cui))
        .Where(k => k is { Domain: not null, Is: true }).Distinct()
        .GroupBy(k => k.Domain!, k => k.Cui).Where(one => one.Count() == 1)
        .ToDictionary(one => one.Key, one => one.Single());
}
