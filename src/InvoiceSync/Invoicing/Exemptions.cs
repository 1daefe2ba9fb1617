namespace InvoiceSync.Invoicing;

/// <summary>Why no VAT is charged, where the category alone says it: the VATEX code (BT-121) and the words of the Fiscal Code (BT-120).</summary>
static class Exemptions
{
    public static (string? Code, string? Words) Of(VatCategory category) => category switch
    {
        VatCategory.AE => ("VATEX-EU-AE", "Taxare inversă"),
        VatCategory.K => ("VATEX-EU-IC", "Livrare intracomunitară scutită, art. 294 alin. (2) Cod fiscal"),
        VatCategory.G => ("VATEX-EU-G", "Export scutit, art. 294 alin. (1) Cod fiscal"),
        VatCategory.O => ("VATEX-EU-O", "Neînregistrat în scopuri de TVA, art. 310 Cod fiscal"),
        _ => (null, null),
    };
}
