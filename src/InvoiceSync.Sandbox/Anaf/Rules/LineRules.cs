namespace InvoiceSync.Sandbox.Anaf.Rules;

static class LineRules
{
    public static IEnumerable<Broken> Check(Ubl d)
    {
        if (!d.Lines.Any()) yield return new("BR-16", "An Invoice shall have at least one Invoice line (BG-25).");
        foreach (var line in d.Lines)
        {
            var name = line.Text("Item/Name");
            if (name is null) yield return new("BR-25", "Each Invoice line (BG-25) shall contain the Item name (BT-153).");
            if (name?.Length > 100) yield return new("BR-RO-L1024", "The allowed maximum number of characters for the Item name (BT-153) is 100.");
            if (line.Text("Item/Description")?.Length > 200) yield return new("BR-RO-L200", "The allowed maximum number of characters for the Item description (BT-154) is 200.");
            if (line.Amount("Price/PriceAmount") is not { } price) yield return new("BR-26", "Each Invoice line (BG-25) shall contain the Item net price (BT-146).");
            else if (price < 0) yield return new("BR-27", "The Item net price (BT-146) shall NOT be negative.");
            var quantity = line.At(d.IsCredit ? "CreditedQuantity" : "InvoicedQuantity");
            if (quantity is null) yield return new("BR-22", "Each Invoice line (BG-25) shall have an Invoiced quantity (BT-129).");
            // The list has 2162 codes; here only the form of a code is judged.
            else if ((string?)quantity.Root.Attribute("unitCode") is not { Length: 2 or 3 } unit || !unit.All(char.IsAsciiLetterOrDigit))
                yield return new("BR-CL-23", "Unit code MUST be coded according to the UN/ECE Recommendation 20 with Rec 21 extension.");
            if (line.At("Item/ClassifiedTaxCategory") is null) yield return new("BR-CO-04", "Each Invoice line (BG-25) shall be categorized with an Invoiced item VAT category code (BT-151).");
        }
    }
}
