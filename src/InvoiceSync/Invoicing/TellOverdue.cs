using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>Tells of the next invoices whose last day is over and of which nobody was told yet. Answers how many.</summary>
[Requires("invoice.send")]
sealed record TellOverdue(DateOnly Today) : ICommand<int>
{
    public const int AtOnce = 100;

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<TellOverdue, int>
    {
        public async Task<int> Handle(TellOverdue command, CancellationToken ct)
        {
            var late = await db.Invoices.Where(i => i.Open > 0 && i.DueOn < command.Today && i.OverdueOn == null).OrderBy(i => i.DueOn).ThenBy(i => i.Id).Take(AtOnce).ToListAsync(ct);
            foreach (var invoice in late) invoice.TellOverdue(command.Today);
            return late.Count;
        }
    }
}
