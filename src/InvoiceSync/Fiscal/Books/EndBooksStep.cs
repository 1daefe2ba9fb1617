using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Fiscal.Books;

/// <summary>Records what came of a change in a provider's books.</summary>
[Requires("invoice.void")]
sealed record EndBooksStep(InvoiceId Invoice, bool IsDone) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<EndBooksStep, Done>
    {
        public async Task<Done> Handle(EndBooksStep command, CancellationToken ct)
        {
            var filing = await db.FoundFiling(command.Invoice, ct);
            filing.EndStep(command.IsDone, time.GetUtcNow());
            return default;
        }
    }
}
