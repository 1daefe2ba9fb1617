using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Invoicing.Model;

/// <summary>A filter as conditions, one for each thing it asks for.</summary>
static class FilteredInvoices
{
    const int LongestSearch = 100;

    public static IQueryable<Invoice> By(this IQueryable<Invoice> invoices, InvoiceFilter filter, DateOnly today, IDialect dialect)
    {
        if (filter.Currency is { } currency) invoices = invoices.Where(i => i.Currency == currency);
        if (filter.Customer is { } customer) invoices = invoices.Where(i => i.CustomerId == customer);
        if (filter.Filing is { } filing) invoices = invoices.Where(i => i.Filing == filing);
        if (filter.Search?.Trim() is { Length: > 0 and <= LongestSearch } search)
            invoices = dialect.Beginning(invoices, (i => i.Number, search), (i => i.BuyerName, search.ToUpperInvariant()), (i => i.BuyerEmail, search.ToUpperInvariant()));
        return invoices.Of(filter.Status, today).Within(i => i.IssuedOn, filter.Issued).Within(i => i.Total, filter.Total);
    }
}
