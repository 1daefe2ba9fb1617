using System.Globalization;
using InvoiceSync.Kernel;
using InvoiceSync.Messaging;

namespace InvoiceSync.Invoicing.Model;

/// <summary>What a mail about an invoice may say, written in the mail's language.</summary>
static class InvoiceLetter
{
    public const int LongestMessage = 2000;

    static readonly CultureInfo Romanian = CultureInfo.GetCultureInfo("ro-RO"), English = CultureInfo.GetCultureInfo("en-GB");

    public static IReadOnlyDictionary<string, string> Values(InvoiceDocument document, decimal open, string language, string? message, string? link)
    {
        return new Dictionary<string, string>
        {
            ["customer_name"] = document.Buyer.Name,
            ["company_name"] = document.Seller.Name,
            ["company_email"] = document.Seller.Email ?? "",
            ["company_phone"] = document.Seller.Phone ?? "",
            ["invoice_number"] = document.Number,
            ["issue_date"] = Day(document.IssuedOn, language),
            ["due_date"] = Day(document.DueOn ?? document.IssuedOn, language),
            ["total"] = Amount(document.Totals.TaxInclusive, document.Currency, language),
            ["amount_due"] = Amount(open, document.Currency, language),
            ["iban"] = open > 0 ? document.Seller.Iban ?? "" : "",
            ["bank"] = document.Seller.Bank ?? "",
            ["link"] = link ?? "",
            ["message"] = message ?? "",
        };
    }

    public static string Day(DateOnly day, string language) => day.ToString("d MMMM yyyy", Of(language));

    public static string Amount(decimal amount, Currency currency, string language) => $"{amount.ToString($"N{currency.Decimals}", Of(language))} {currency.Code}";

    static CultureInfo Of(string language) => language == MailLanguages.Romanian ? Romanian : English;
}
