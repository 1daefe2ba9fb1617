using InvoiceSync.Fiscal.Rules;
using static InvoiceSync.Fiscal.Rulebook.Context;
using static InvoiceSync.Fiscal.Rulebook.Demand;

namespace InvoiceSync.Fiscal.Rulebook;

/// <summary>
/// What CIUS-RO says and the official package never asks, because an earlier rule takes the element, the prefix is wrong or
/// the count is of the element itself. ANAF's own server may ask; so we tell, beyond the verdict.
/// </summary>
static class DeadRules
{
    public static readonly Pattern All = new([.. Contexts]);

    static IEnumerable<Context> Contexts =>
    [
        On("PostalAddress", node => In("TaxRepresentativeParty")(node) && InCredit(node.Parent!), Beyond(RomanianAddress.OfRepresentative)),
        On("Address", node => In("DeliveryLocation", "Delivery")(node) && InCredit(node.Parent!.Parent!), Beyond(RomanianAddress.OfDelivery)),
        On("TaxSubtotal", In("TaxTotal"), Beyond([Length("BR-RO-L1019", "BT-120", "TaxCategory/TaxExemptionReason", 100)])),
        On("AllowanceCharge", node => InRoot(node) && node.IsCharge(false), Beyond([Length("BR-RO-L1017", "BT-97", "AllowanceChargeReason", 100)])),
        On("AllowanceCharge", node => InRoot(node) && node.IsCharge(true), Beyond([Length("BR-RO-L1018", "BT-104", "AllowanceChargeReason", 100)])),
        On("Item", Beyond([Once("BR-RO-A052", "BG-32", "AdditionalItemProperty", most: 50) with { Key = BookKeys.TooMany }])),
        On("Invoice", node => node.Parent is null, Beyond([Attachments, OutsideBuyer])),
        On("CreditNote", node => node.Parent is null, Beyond(
        [
            Attachments,
            OutsideBuyer,
            new("BR-RO-065", BookKeys.SellerTaxIdMissing, "BT-31", "AccountingSupplierParty", root => !RomanianIds.AreAsked(root, "CreditNoteLine") || RomanianIds.HasSeller(root)),
            new("BR-RO-120", RuleKeys.BuyerIdMissing, "BT-47", "AccountingCustomerParty", root => !RomanianIds.AreAsked(root, "CreditNoteLine") || RomanianIds.HasBuyer(root)),
        ])),
    ];

    static Rule Attachments => Once("BR-RO-A051", "BG-24", "AdditionalDocumentReference", most: 50) with { Key = BookKeys.TooMany };

    static Rule OutsideBuyer => new("BR-RO-120", RuleKeys.BuyerIdMissing, "BT-47", "AccountingCustomerParty", root => !Vat.HasRow(root, "O") || RomanianIds.HasBuyer(root));

    static IReadOnlyList<Rule> Beyond(IReadOnlyList<Rule> rules) => [.. rules.Select(rule => rule with { IsBeyond = true })];

    static bool InCredit(Node node) => InRoot(node) && node.Sheet.IsCreditNote;
}
