using InvoiceSync.Customers;
using InvoiceSync.Fiscal.Ubl;
using InvoiceSync.Invoicing;

namespace InvoiceSync.Fiscal.Rules;

/// <summary>Names and identifiers of seller and buyer.</summary>
static class PartyRules
{
    const int LongestName = 200;
    const int LongestContact = 100;

    public static IEnumerable<Broken> Check(InvoiceDocument document) => [.. OfSeller(document.Seller), .. OfBuyer(document.Buyer)];

    static IEnumerable<Broken> OfSeller(Seller seller)
    {
        if (PlainText.Length(seller.Name) == 0) yield return new("BR-06", "Seller.Name", RuleKeys.TextMissing);
        if (PlainText.Length(seller.Name) is > LongestName and var name) yield return Too.Long("BR-RO-L201", "Seller.Name", name, LongestName);
        // ANAF's server checks this digit too, under a name of its own.
        if (!Cui.TryParse(seller.TaxId, out var cui) || cui.Digits != seller.TaxId) yield return new("R_BT_32_cui", "Seller.TaxId", RuleKeys.SellerCuiWrong, seller.TaxId);
        if (PlainText.Length(seller.TradeRegister) is > 1000 and var register) yield return Too.Long("BR-RO-L1000", "Seller.TradeRegister", register, 1000);
        if (PlainText.Length(seller.Phone) is > LongestContact and var phone) yield return Too.Long("BR-RO-L1005", "Seller.Phone", phone, LongestContact);
        if (PlainText.Length(seller.Email) is > LongestContact and var email) yield return Too.Long("BR-RO-L1006", "Seller.Email", email, LongestContact);
        if (PlainText.Length(seller.Bank) is > 200 and var bank) yield return Too.Long("BR-RO-L208", "Seller.Bank", bank, 200);
    }

    static IEnumerable<Broken> OfBuyer(Buyer buyer)
    {
        if (PlainText.Length(buyer.Name) == 0) yield return new("BR-07", "Buyer.Name", RuleKeys.TextMissing);
        if (PlainText.Length(buyer.Name) is > LongestName and var name) yield return Too.Long("BR-RO-L203", "Buyer.Name", name, LongestName);
        if (PlainText.Length(buyer.Email) is > LongestContact and var email) yield return Too.Long("BR-RO-L1011", "Buyer.Email", email, LongestContact);

        if (!string.IsNullOrWhiteSpace(buyer.VatId) && !HasKnownPrefix(buyer.VatId)) yield return new("BR-CO-09", "Buyer.VatId", RuleKeys.VatPrefixMissing, buyer.VatId);
        if (UblParties.LegalId(buyer) is null && !UblParties.HasCountryPrefix(buyer.VatId)) yield return new("BR-RO-120", "Buyer.LegalId", RuleKeys.BuyerIdMissing);

        foreach (var broken in buyer.Kind == BuyerKind.Individual ? OfPerson(buyer) : OfCompany(buyer)) yield return broken;
    }

    // Personal numbers stay out of the detail: it is stored, logged and shown to others.
    static IEnumerable<Broken> OfPerson(Buyer buyer)
    {
        if (!string.IsNullOrWhiteSpace(buyer.LegalId) && buyer.LegalId != UblParties.NobodysId && buyer.Address.IsRomanian && !Cnp.IsValid(buyer.LegalId))
            yield return new("IS-012", "Buyer.LegalId", RuleKeys.CnpWrong);
        if (!string.IsNullOrWhiteSpace(buyer.VatId)) yield return new("IS-015", "Buyer.VatId", RuleKeys.PersonWithVatId);
    }

    static IEnumerable<Broken> OfCompany(Buyer buyer)
    {
        if (!buyer.Address.IsRomanian && !IsRomanianVat(buyer.VatId)) yield break;

        var id = buyer.LegalId;
        if (Cnp.IsValid(id) || id == UblParties.NobodysId) yield return new("IS-014", "Buyer.LegalId", RuleKeys.PersonAsCompany);
        else if (buyer.Address.IsRomanian && !string.IsNullOrWhiteSpace(id) && !Cui.TryParse(id, out _)) yield return new("IS-011", "Buyer.LegalId", RuleKeys.BuyerCuiWrong, id);

        if (!IsRomanianVat(buyer.VatId)) yield break;
        if (!Cui.TryParse(buyer.VatId, out var vat)) yield return new("IS-011", "Buyer.VatId", RuleKeys.BuyerCuiWrong, buyer.VatId);
        else if (Cui.TryParse(id, out var legal) && legal != vat) yield return new("IS-013", "Buyer.VatId", RuleKeys.VatMismatch, $"{id} ≠ {buyer.VatId}");
    }

    static bool IsRomanianVat(string? vatId) => vatId is not null && vatId.StartsWith("RO", StringComparison.Ordinal);

    static bool HasKnownPrefix(string vatId) => UblParties.HasCountryPrefix(vatId) && (vatId.StartsWith("EL", StringComparison.Ordinal) || Country.IsKnown(vatId[..2]));
}
