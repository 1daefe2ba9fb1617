using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>Throws away a credit note that still waits for approval, or was refused. Approved later, nothing comes of it.</summary>
[Requires("invoice.void")]
public sealed record WithdrawCredit(InvoiceId Note) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<WithdrawCredit, Done>
    {
        public async Task<Done> Handle(WithdrawCredit command, CancellationToken ct)
        {
            db.Remove(Rule.Found(await db.WaitingCredits.SingleOrDefaultAsync(w => w.Id == command.Note, ct), CreditErrors.NotWaiting));
            return default;
        }
    }
}
