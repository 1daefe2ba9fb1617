using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal.Books;

/// <summary>Keeps what a provider's books said of an invoice.</summary>
[Requires("fiscal.file")]
sealed record KeepBalance(InvoiceId Invoice, BooksBalance There) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<KeepBalance, Done>
    {
        public async Task<Done> Handle(KeepBalance command, CancellationToken ct)
        {
            Rule.Require(await db.Filings.AnyAsync(f => f.InvoiceId == command.Invoice, ct), FilingErrors.NotFound);
            var told = await db.PaymentsTold.SingleOrDefaultAsync(t => t.InvoiceId == command.Invoice, ct);
            if (told is null) db.Add(told = new PaymentsTold(command.Invoice));
            told.Read(command.There, time.GetUtcNow());
            return default;
        }
    }
}
