using InvoiceSync.Fiscal.Rules;

namespace InvoiceSync.Fiscal.Rulebook;

/// <summary>What each VAT category asks of the whole document: a row in the VAT table (-01) and the tax ids of both sides (-02, -03, -04).</summary>
static class CategoryHeadRules
{
    public static IEnumerable<Rule> All => CategoryKind.All.SelectMany(Of).Concat(Outside).Concat(Within).Concat(Split);

    static IEnumerable<Rule> Of(CategoryKind kind)
    {
        yield return new(kind.Id(1), RuleKeys.BreakdownMissing, "BG-23", "TaxTotal", kind.IsTaxed ? root => HasRowWhenTaxed(root, kind.Code) : root => HasOneRow(root, kind.Code)) { Detail = kind.Code };
        if (kind.Code == "O")
        {
            yield return NoIds(kind.Id(2), sheet => sheet.All("ClassifiedTaxCategory").Any(c => Vat.Is(c, "O")));
            yield return NoIds(kind.Id(3), sheet => OfDocument(sheet, charge: false));
            yield return NoIds(kind.Id(4), sheet => OfDocument(sheet, charge: true));
            yield break;
        }

        yield return Ids(kind, 2, kind.Code == "S"
            ? sheet => sheet.All("ClassifiedTaxCategory").Any(c => c.Tidy("ID") == "S")
            : sheet => sheet.All("ClassifiedTaxCategory").Any(c => Vat.Is(c, kind.Code)));
        yield return Ids(kind, 3, sheet => Vat.OfAllowances(sheet, charge: false).Any(c => Vat.Is(c, kind.Code)));
        yield return Ids(kind, 4, kind.Code == "L"
            ? sheet => Vat.OfAllowances(sheet, charge: true).Any(c => c.All("ID").Exists(id => id.Text == "L") && Vat.Is(c))
            : sheet => Vat.OfAllowances(sheet, charge: true).Any(c => Vat.Is(c, kind.Code)));
    }

    static bool HasOneRow(Node root, string code)
    {
        var used = Vat.Ids(root.Sheet.All("TaxCategory"), code).Any() || Vat.Ids(root.Sheet.All("ClassifiedTaxCategory"), code).Any();
        return !used || Vat.Ids(Vat.Rows(root), code).Count() == 1;
    }

    // Standard rate does not ask that the scheme is VAT; the island taxes take an untidy code for none.
    static bool HasRowWhenTaxed(Node root, string code)
    {
        Func<Node, bool> counts = code == "S" ? c => c.Tidy("ID") == code : c => Vat.Is(c, code);
        var used = root.Sheet.All("AllowanceCharge").SelectMany(a => a.All("TaxCategory")).Any(counts) || root.Sheet.All("ClassifiedTaxCategory").Any(counts);
        if (!used) return !Vat.Rows(root).Any(counts);
        return code == "S" ? Vat.Rows(root).Any(counts) : Vat.Rows(root).Any(c => c.All("ID").Exists(id => id.Text == code) && (code == "L" || Vat.Is(c)));
    }

    static Rule Ids(CategoryKind kind, int number, Func<Sheet, bool> used) => new(kind.Id(number), RuleKeys.VatIdsMissing, "BT-31", "AccountingSupplierParty", root =>
    {
        var sheet = root.Sheet;
        if (!used(sheet)) return true;
        var named = number == 2 && kind.Code == "S" ? sheet.All("ClassifiedTaxCategory").Any(c => Vat.Is(c, "S")) : true;
        var seller = Vat.HasPayer(sheet, "AccountingSupplierParty", kind.WantsVatId) || Vat.HasRepresentative(sheet);
        return named && seller && kind.Code switch
        {
            "K" => Vat.HasPayer(sheet, "AccountingCustomerParty", onlyVat: true),
            "AE" => Vat.HasPayer(sheet, "AccountingCustomerParty", onlyVat: true) || sheet.All("AccountingCustomerParty").Any(b => b.Any("Party/PartyLegalEntity/CompanyID")),
            _ => true,
        };
    })
    { Detail = kind.Code };

    static Rule NoIds(string id, Func<Sheet, bool> used) => new(id, RuleKeys.VatIdsNotAllowed, "BT-31", "AccountingSupplierParty", root =>
        !used(root.Sheet) || !(Vat.HasPayer(root.Sheet, "AccountingSupplierParty", onlyVat: true) || Vat.HasRepresentative(root.Sheet)
            || Vat.HasPayer(root.Sheet, "AccountingCustomerParty", onlyVat: true)));

    static bool OfDocument(Sheet sheet, bool charge) =>
        sheet.Root.All("AllowanceCharge").Where(a => a.IsCharge(charge)).SelectMany(a => a.All("TaxCategory")).Any(c => Vat.Is(c, "O"));

    static IEnumerable<Rule> Outside =>
    [
        Alone("BR-O-11", root => Vat.Rows(root)),
        Alone("BR-O-12", root => root.Sheet.All("ClassifiedTaxCategory")),
        Alone("BR-O-13", root => Vat.OfAllowances(root.Sheet, charge: false)),
        Alone("BR-O-14", root => Vat.OfAllowances(root.Sheet, charge: true)),
    ];

    static Rule Alone(string id, Func<Node, IEnumerable<Node>> others) => new(id, RuleKeys.OutsideMixed, "BG-23", "TaxTotal", root =>
        !Vat.HasRow(root, "O") || !others(root).Any(c => c.Tidy("ID") != "O" && Vat.Is(c)));

    static IEnumerable<Rule> Within =>
    [
        new("BR-IC-11", BookKeys.DeliveryDateMissing, "BT-72", "Delivery", root => !Vat.HasRow(root, "K")
            || (root.One("Delivery/ActualDeliveryDate")?.Text.Length ?? 0) > 1 || root.All("InvoicePeriod").Exists(period => period.Children.Count > 0)),
        new("BR-IC-12", BookKeys.DeliveryCountryMissing, "BT-80", "Delivery", root => !Vat.HasRow(root, "K")
            || (root.One("Delivery/DeliveryLocation/Address/Country/IdentificationCode")?.Text.Length ?? 0) > 1),
    ];

    // Split payment is Italy's.
    static IEnumerable<Rule> Split =>
    [
        new("BR-B-01", BookKeys.SplitPayment, "BG-23", null, root => !Uses(root.Sheet, "B") || root.Sheet.All("IdentificationCode").All(country => country.Text == "IT")),
        new("BR-B-02", BookKeys.SplitPayment, "BG-23", null, root => !Uses(root.Sheet, "B") || !Uses(root.Sheet, "S")),
    ];

    static bool Uses(Sheet sheet, string code) =>
        sheet.All("TaxCategory").Concat(sheet.All("ClassifiedTaxCategory")).Any(c => c.All("ID").Exists(id => id.Text == code));
}
