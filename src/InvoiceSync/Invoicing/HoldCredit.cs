using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>Keeps a credit note that waits for approval, or notes why one that waits was refused.</summary>
[Requires("invoice.void")]
sealed record HoldCredit(InvoiceId Note, InvoiceId? Invoice, CreditAsked? Asked, string? Owner, string Why) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<HoldCredit, Done>
    {
        public async Task<Done> Handle(HoldCredit command, CancellationToken ct)
        {
            var waiting = await db.WaitingCredits.SingleOrDefaultAsync(w => w.Id == command.Note, ct);
            if (waiting is null && command is { Invoice: { } invoice, Asked: { } asked, Owner: { } owner })
            {
                Rule.Require(await db.Invoices.AnyAsync(i => i.Id == invoice, ct), InvoiceErrors.NotFound);
                db.Add(waiting = new() { Id = command.Note, InvoiceId = invoice, Asked = asked, Owner = owner });
            }

            waiting?.Hold(command.Why);
            return default;
        }
    }
}
