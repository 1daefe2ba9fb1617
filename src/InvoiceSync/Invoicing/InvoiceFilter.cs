using InvoiceSync.Customers;
using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing;

/// <summary>Which invoices a list shows. Search matches the start of a number, or of the buyer's name or e-mail; amounts are totals with VAT.</summary>
public sealed record InvoiceFilter
{
    public string? Search { get; init; }

    public InvoiceFiling? Filing { get; init; }

    public InvoiceStatus? Status { get; init; }

    public CustomerId? Customer { get; init; }

    public Currency? Currency { get; init; }

    public Between<DateOnly>? Issued { get; init; }

    public Between<decimal>? Total { get; init; }
}
