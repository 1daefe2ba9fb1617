using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Fiscal;

/// <summary>Sends a filing that is being held, without waiting for its hours to pass.</summary>
[Requires("fiscal.file")]
public sealed record FileNow(InvoiceId Invoice) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, TimeProvider time) : IHandle<FileNow, Done>
    {
        public async Task<Done> Handle(FileNow command, CancellationToken ct)
        {
            (await dispatcher.Ask(new SeeInvoice(command.Invoice), ct)).OrThrow();
            var filing = await db.FoundFiling(command.Invoice, ct);
            var now = time.GetUtcNow();
            filing.Release(now);
            db.Pending.Add(filing.TenantId, new SubmitFiling(filing.Id), filing.Id.ToString(), now);
            db.Note(new("filing.released", "invoice", $"{command.Invoice}"));
            return default;
        }
    }
}
