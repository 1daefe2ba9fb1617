using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>Whether an invoice of this company has this very number.</summary>
[Requires("invoice.read")]
public sealed record IsNumberTaken(string Number) : IQuery<bool>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<IsNumberTaken, bool>
    {
        public Task<bool> Handle(IsNumberTaken query, CancellationToken ct) => db.Invoices.AnyAsync(i => i.Number == query.Number, ct);
    }
}
