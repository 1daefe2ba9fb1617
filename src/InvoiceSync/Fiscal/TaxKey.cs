using System.Globalization;
using InvoiceSync.Invoicing;

namespace InvoiceSync.Fiscal;

/// <summary>Under which name a connection keeps a provider's own name for a tax: tax.S.21, tax.AE.0.</summary>
public static class TaxKey
{
    /// <summary>The taxes invoices have, newest rates first.</summary>
    public static readonly IReadOnlyList<(VatCategory Category, decimal Rate)> All =
    [
        (VatCategory.S, 21), (VatCategory.S, 11), (VatCategory.S, 19), (VatCategory.S, 9), (VatCategory.S, 5),
        (VatCategory.AE, 0), (VatCategory.K, 0), (VatCategory.G, 0), (VatCategory.E, 0), (VatCategory.Z, 0), (VatCategory.O, 0),
    ];

    public static string Of(VatCategory category, decimal rate) => string.Create(CultureInfo.InvariantCulture, $"tax.{category}.{rate:0.##}");
}
