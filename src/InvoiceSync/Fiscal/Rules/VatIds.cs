using InvoiceSync.Invoicing;

namespace InvoiceSync.Fiscal.Rules;

static class VatIds
{
    /// <summary>The letters a category has in rule ids: intra-community supply is K in documents and IC in rules.</summary>
    public static string Of(VatCategory category) => category == VatCategory.K ? "IC" : category.ToString();
}
