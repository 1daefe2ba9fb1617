using InvoiceSync.Customers;

namespace InvoiceSync.Invoicing.Paper;

/// <summary>Who sells and who buys, line by line as it is printed.</summary>
static class PaperParties
{
    public static Dictionary<string, object?> Of(Seller seller, PaperWords words) => Party(
        seller.Name,
        [
            $"{words["taxId"]}: {(seller.IsVatPayer ? "RO" : "")}{seller.TaxId}",
            seller.IsVatPayer ? null : words["noVat"],
            Labelled(words["register"], seller.TradeRegister),
            .. Address(seller.Address), seller.Email, seller.Phone,
        ]);

    public static Dictionary<string, object?> Of(Buyer buyer, PaperWords words) => Party(
        buyer.Name,
        [
            Labelled(words["taxId"], buyer.VatId?.EndsWith(buyer.LegalId ?? "-", StringComparison.Ordinal) == true ? null : buyer.LegalId), Labelled(words["vatId"], buyer.VatId),
            .. Address(buyer.Address), buyer.Email,
        ]);

    public static string? AccountOf(Seller seller, InvoiceDesign design) => design.Account switch
    {
        AccountShown.OfInvoice => Account(seller.Iban, seller.Bank),
        AccountShown.Other => Account(design.Iban, design.Bank),
        _ => null,
    };

    /// <summary>On one line: the day, then the place.</summary>
    public static string LineOf(GoodsDelivery delivery, PaperFigures figures) =>
        string.Join(", ", new[] { figures.Day(delivery.On) }.Concat(Address(delivery.To).Where(part => !string.IsNullOrWhiteSpace(part))));

    static string? Account(string? iban, string? bank) =>
        string.IsNullOrWhiteSpace(iban) ? null : string.Join(", ", new[] { Grouped(Iban.Normalize(iban)), bank }.Where(part => !string.IsNullOrWhiteSpace(part)));

    // In fours, as banks print it.
    static string Grouped(string iban) => string.Join(' ', iban.Chunk(4).Select(four => new string(four)));

    static string? Labelled(string label, string? value) => string.IsNullOrWhiteSpace(value) ? null : $"{label}: {value}";

    static IEnumerable<string?> Address(PostalAddress address)
    {
        yield return address.Street;
        yield return address.MoreStreet;
        yield return $"{address.PostalCode} {address.City}".Trim();
        yield return address.IsRomanian ? RomanianCounty.All.FirstOrDefault(c => c.Code == address.County)?.Name : $"{address.County} {address.Country}".Trim();
    }

    static Dictionary<string, object?> Party(string name, IEnumerable<string?> facts) => new()
    {
        ["name"] = name,
        ["facts"] = facts.Where(fact => !string.IsNullOrWhiteSpace(fact)).ToList(),
    };
}
