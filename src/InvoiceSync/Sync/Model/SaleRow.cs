using System.Linq.Expressions;
using InvoiceSync.Kernel;

namespace InvoiceSync.Sync.Model;

/// <summary>The list row of a sale, the same in every query.</summary>
static class SaleRow
{
    public static readonly Expression<Func<Sale, ListSales.Row>> Of = s => new ListSales.Row(
        s.Id, s.Kind, s.SourceId, s.Number, s.CustomerId, s.CustomerName, s.CustomerEmail, new Money(s.Total, s.Currency),
        s.State, s.SourceStatus.ToString(), s.Reason, s.SoldAt, s.FileBy, s.InvoiceId);
}
