using InvoiceSync.Invoicing.Paper;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>Closes the invoice's public page: its addresses lead nowhere from now on. ShareInvoice makes a new one.</summary>
[Requires("invoice.send")]
public sealed record WithdrawInvoiceLinks(InvoiceId Invoice) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, TimeProvider time) : IHandle<WithdrawInvoiceLinks, Done>
    {
        public async Task<Done> Handle(WithdrawInvoiceLinks command, CancellationToken ct)
        {
            (await dispatcher.Ask(new SeeInvoice(command.Invoice), ct)).OrThrow();
            var open = await db.InvoiceLinks.Where(l => l.Invoice == command.Invoice && l.WithdrawnAt == null).ToListAsync(ct);
            foreach (var link in open) link.Withdraw(time.GetUtcNow());
            if (open.Count > 0) db.Note(new("invoice.unshared", "invoice", $"{command.Invoice}"));
            return default;
        }
    }
}
