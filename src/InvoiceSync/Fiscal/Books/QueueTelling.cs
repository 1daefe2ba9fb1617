using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal.Books;

/// <summary>Has a provider's books told of the payments of an invoice that stands there; of others nothing has to be told.</summary>
[Requires("fiscal.file")]
sealed record QueueTelling(InvoiceId Invoice, DateTimeOffset? At = null) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<QueueTelling, Done>
    {
        public async Task<Done> Handle(QueueTelling command, CancellationToken ct)
        {
            if (await db.Filings.AnyAsync(f => f.InvoiceId == command.Invoice && f.State == FilingState.Accepted && f.LegalNumber != null, ct))
                db.Pending.Add(db.Scope.Tenant!.Value, new TellPayments(command.Invoice), command.Invoice.ToString(), command.At ?? time.GetUtcNow());
            return default;
        }
    }
}
