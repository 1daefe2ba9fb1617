namespace InvoiceSync.Sandbox.Anaf.Rules;

/// <summary>The sums, exact to the cent, as the official schematron tests them.</summary>
static class AmountRules
{
    static readonly HashSet<string> Rounded =
        ["LineExtensionAmount", "TaxExclusiveAmount", "TaxInclusiveAmount", "PayableAmount", "PrepaidAmount", "AllowanceTotalAmount",
         "ChargeTotalAmount", "PayableRoundingAmount", "TaxAmount", "TaxableAmount", "Amount", "BaseAmount"];

    public static IEnumerable<Broken> Check(Ubl d) => Sums(d).Concat(Totals(d)).Concat(Decimals(d));

    static IEnumerable<Broken> Sums(Ubl d)
    {
        var (lines, totals) = (d.Lines.Sum(line => line.Amount("LineExtensionAmount") ?? 0), d.Totals);
        if (totals is null) { yield return new("BR-CO-10", "The document has no totals (BG-22)."); yield break; }
        if (totals.Amount("LineExtensionAmount") != lines)
            yield return new("BR-CO-10", "Sum of Invoice line net amount (BT-106) = Σ Invoice line net amount (BT-131).");
        if ((totals.Amount("AllowanceTotalAmount") ?? 0) != Charges(d, "false"))
            yield return new("BR-CO-11", "Sum of allowances on document level (BT-107) = Σ Document level allowance amount (BT-92).");
        if ((totals.Amount("ChargeTotalAmount") ?? 0) != Charges(d, "true"))
            yield return new("BR-CO-12", "Sum of charges on document level (BT-108) = Σ Document level charge amount (BT-99).");
        if (totals.Amount("TaxExclusiveAmount") != lines - Charges(d, "false") + Charges(d, "true"))
            yield return new("BR-CO-13", "Invoice total amount without VAT (BT-109) = Σ Invoice line net amount (BT-131) - Sum of allowances on document level (BT-107) + Sum of charges on document level (BT-108).");
    }

    static IEnumerable<Broken> Totals(Ubl d)
    {
        if (d.Totals is not { } totals) yield break;
        var own = d.All("TaxTotal").Where(total => (string?)total.At("TaxAmount")?.Root.Attribute("currencyID") == d.Currency).ToList();
        var tax = own.Sum(total => total.Amount("TaxAmount") ?? 0);
        if (own.Sum(total => total.All("TaxSubtotal").Sum(part => part.Amount("TaxAmount") ?? 0)) != tax)
            yield return new("BR-CO-14", "Invoice total VAT amount (BT-110) = Σ VAT category tax amount (BT-117).");
        if (own.Count != 1 || totals.Amount("TaxInclusiveAmount") != totals.Amount("TaxExclusiveAmount") + tax)
            yield return new("BR-CO-15", "Invoice total amount with VAT (BT-112) = Invoice total amount without VAT (BT-109) + Invoice total VAT amount (BT-110).");
        if (totals.Amount("PayableAmount") != totals.Amount("TaxInclusiveAmount") - (totals.Amount("PrepaidAmount") ?? 0) + (totals.Amount("PayableRoundingAmount") ?? 0))
            yield return new("BR-CO-16", "Amount due for payment (BT-115) = Invoice total amount with VAT (BT-112) -Paid amount (BT-113) +Rounding amount (BT-114).");
    }

    static IEnumerable<Broken> Decimals(Ubl d)
    {
        foreach (var amount in d.Root.Descendants().Where(element => Rounded.Contains(element.Name.LocalName) && element.Parent?.Name.LocalName != "Price"))
            if (Ubl.Parse(amount.Value.Trim()) is not { } value || value.Scale > 2)
                yield return new("BR-DEC", $"The allowed maximum number of decimals for {amount.Name.LocalName} is 2 ({amount.Value}).");
    }

    static decimal Charges(Ubl d, string indicator) =>
        d.All("AllowanceCharge").Where(entry => entry.Text("ChargeIndicator") == indicator).Sum(entry => entry.Amount("Amount") ?? 0);
}
