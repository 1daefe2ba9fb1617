using InvoiceSync.Fiscal.Books;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Fiscal;

/// <summary>Tells a provider's books once more of a payment they refused, after what was wrong there was put right.</summary>
[Requires("fiscal.file")]
public sealed record TellAgain(InvoiceId Invoice, int Number) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, TimeProvider time) : IHandle<TellAgain, Done>
    {
        public async Task<Done> Handle(TellAgain command, CancellationToken ct)
        {
            (await dispatcher.Ask(new SeeInvoice(command.Invoice), ct)).OrThrow();
            var told = await db.FoundTold(command.Invoice, ct);
            told.TryAgain(command.Number);
            db.Pending.Add(told.TenantId, new TellPayments(command.Invoice), command.Invoice.ToString(), time.GetUtcNow());
            return default;
        }
    }
}
