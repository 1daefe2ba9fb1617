namespace InvoiceSync.Sandbox.Anaf.Rules;

/// <summary>The VAT breakdown against the lines and the rates; the official tolerance is one unit of currency.</summary>
static class TaxRules
{
    static readonly Dictionary<string, string> Names = new() { ["S"] = "S", ["Z"] = "Z", ["E"] = "E", ["AE"] = "AE", ["K"] = "IC", ["G"] = "G", ["O"] = "O" };

    public static IEnumerable<Broken> Check(Ubl d)
    {
        var parts = d.All("TaxTotal/TaxSubtotal").ToList();
        if (parts.Count == 0) yield return new("BR-CO-18", "An Invoice shall at least have one VAT breakdown group (BG-23).");
        foreach (var part in parts)
        {
            var (category, rate) = (part.Text("TaxCategory/ID") ?? "", part.Amount("TaxCategory/Percent") ?? 0);
            var (taxable, tax) = (part.Amount("TaxableAmount") ?? 0, part.Amount("TaxAmount") ?? 0);
            if (!Names.TryGetValue(category, out var name)) { yield return new("BR-CL-18", $"Invoice tax categories MUST be coded using UNCL5305 code list ({category})."); continue; }
            if (Math.Abs(tax - Math.Round(taxable * rate / 100, 2, MidpointRounding.AwayFromZero)) >= 1)
                yield return new("BR-CO-17", "VAT category tax amount (BT-117) = VAT category taxable amount (BT-116) x (VAT category rate (BT-119) / 100), rounded to two decimals.");
            if (Math.Abs(taxable - Base(d, category, rate)) >= 1)
                yield return new($"BR-{name}-08", $"For each VAT rate in category {category} the VAT category taxable amount (BT-116) shall equal the sum of line net amounts minus allowances plus charges of that category and rate.");
            var reason = part.Text("TaxCategory/TaxExemptionReason") ?? part.Text("TaxCategory/TaxExemptionReasonCode");
            if (category is "S" or "Z" && reason is not null) yield return new($"BR-{name}-10", $"A VAT Breakdown with category {category} shall not have a VAT exemption reason.");
            if (category is not ("S" or "Z") && reason is null) yield return new($"BR-{name}-10", $"A VAT Breakdown with category {category} shall have a VAT exemption reason code (BT-121) or text (BT-120).");
            if (category != "S" && tax != 0) yield return new($"BR-{name}-09", $"The VAT category tax amount (BT-117) of category {category} shall equal 0 (zero).");
        }
    }

    static decimal Base(Ubl d, string category, decimal rate)
    {
        var lines = d.Lines.Where(line => Is(line.At("Item/ClassifiedTaxCategory"), category, rate)).Sum(line => line.Amount("LineExtensionAmount") ?? 0);
        var charges = d.All("AllowanceCharge").Where(entry => Is(entry.At("TaxCategory"), category, rate))
            .Sum(entry => (entry.Text("ChargeIndicator") == "true" ? 1 : -1) * (entry.Amount("Amount") ?? 0));
        return lines + charges;
    }

    static bool Is(Ubl? taxed, string category, decimal rate) => taxed?.Text("ID") == category && (taxed.Amount("Percent") ?? 0) == rate;
}
