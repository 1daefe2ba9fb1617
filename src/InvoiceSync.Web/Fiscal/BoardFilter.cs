using System.Globalization;
using InvoiceSync.Kernel;

namespace InvoiceSync.Web.Fiscal;

/// <summary>What the board's address asks for: a month like 2026-11, a way of filing, invoices or credit notes.</summary>
public sealed record BoardFilter(string? Month, string? Provider, string? Kind)
{
    public Between<DateOnly>? Issued =>
        DateOnly.TryParseExact($"{Month}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year is >= 2000 and <= 2100
            ? new(AtLeast: first, Below: first.AddMonths(1))
            : null;

    public bool? IsCredit => Kind switch { "invoice" => false, "credit" => true, _ => null };

    public string? Way => string.IsNullOrEmpty(Provider) ? null : Provider;
}
