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
        var culture = language == MailLanguages.Romanian ? Romanian : English;
        return new Dictionary<string, string>
        {
            ["customer_name"] = document.Buyer.Name,
            ["company_name"] = document.Seller.Name,
            ["company_email"] = document.Seller.Email ?? "",
            ["company_phone"] = document.Seller.Phone ?? "",
            ["invoice_number"] = document.Number,
            ["issue_date"] = Day(document.IssuedOn),
            ["due_date"] = Day(document.DueOn ?? document.IssuedOn),
            ["total"] = Amount(document.Totals.TaxInclusive),
            ["amount_due"] = Amount(open),
            ["iban"] = open > 0 ? document.Seller.Iban ?? "" : "",
            ["bank"] = document.Seller.Bank ?? "",
            ["link"] = link ?? "",
            ["message"] = message ?? "",
        };

        string Day(DateOnly day) => day.ToString("d MMMM yyyy", culture);

        string Amount(decimal amount)
        {
            var money = new Money(amount, document.Currency);
            return $"{money.Amount.ToString($"N{document.Currency.Decimals}", culture)} {document.Currency.Code}";
        }
    }
}
