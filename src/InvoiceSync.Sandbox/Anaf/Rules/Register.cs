using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Storage;

namespace InvoiceSync.Sandbox.Anaf.Rules;

/// <summary>
/// What the authority checks beyond the schematron: the seller's number, that the file speaks for the company it was sent
/// for, and whether the buyer stands in the taxpayer register. Numbers listed here as unknown do not.
/// </summary>
static class Register
{
    /// <summary>Valid by its check digit, in no register: the scenario's refused sales are made out to it.</summary>
    public static readonly string NeverRegistered = Cui.With("4099999");

    const string Table = "anaf/unknown";

    public static void Forget(Work work, string cui) => work.Put(Table, cui, new JsonObject { ["id"] = cui });

    public static bool IsUnknown(Work work, string cui) => cui == NeverRegistered || work.Find(Table, cui) is not null;

    public static void Know(Work work, string cui) => work.Remove(Table, cui);

    public static IEnumerable<string> Check(Work work, string cif, Ubl document)
    {
        const string Seller = "E: AccountingSupplierParty (1) sectiune Party (1) sectiune PartyTaxScheme (1) sectiune CompanyID (1)  eroare regula: ";
        const string Buyer = "E: AccountingCustomerParty (1) sectiune Party (1) sectiune PartyTaxScheme (1) sectiune CompanyID (1)  eroare regula: ";
        if (!Cui.IsValid(document.SellerCui)) yield return $"{Seller}R_BT_32_cui: Cui vanzator incorect / validare CUI ({document.SellerCui}) ";
        else if (document.SellerCui != cif) yield return $"{Seller}R_BT_31_cif: CIF vanzator ({document.SellerCui}) diferit de parametrul cif ({cif}) ";
        if (document.BuyerCui is { } buyer && IsUnknown(work, buyer))
            yield return $"{Buyer}R_BT_48_cui: Cui cumparator ({buyer}) = NU EXISTĂ in registrul contribuabililor ";
    }
}
