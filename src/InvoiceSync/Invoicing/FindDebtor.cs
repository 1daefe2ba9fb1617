using InvoiceSync.Customers;
using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>Under which key a customer owes, as on statements of the ledger: that of their newest invoice; null before the first.</summary>
[Requires("ledger.read")]
public sealed record FindDebtor(CustomerId Customer) : IQuery<string?>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<FindDebtor, string?>
    {
        public Task<string?> Handle(FindDebtor query, CancellationToken ct) =>
            db.Invoices.AsNoTracking().Where(i => i.CustomerId == query.Customer).OrderByDescending(i => i.MadeAt).ThenByDescending(i => i.Id)
                .Select(i => i.CustomerKey).FirstOrDefaultAsync(ct);
    }
}
