using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal.Model;

/// <summary>What a command means to change and what therefore has to be there: refused as not found where it is not.</summary>
static class FilingsFound
{
    extension(InvoiceSyncDb db)
    {
        public async Task<Filing> FoundFiling(FilingId filing, CancellationToken ct) => Rule.Found(await db.Filings.SingleOrDefaultAsync(f => f.Id == filing, ct), FilingErrors.NotFound);

        /// <summary>An invoice has one at most.</summary>
        public async Task<Filing> FoundFiling(InvoiceId invoice, CancellationToken ct) => Rule.Found(await db.Filings.SingleOrDefaultAsync(f => f.InvoiceId == invoice, ct), FilingErrors.NotFound);

        public async Task<PaymentsTold> FoundTold(InvoiceId invoice, CancellationToken ct) => Rule.Found(await db.PaymentsTold.SingleOrDefaultAsync(t => t.InvoiceId == invoice, ct), TellingErrors.NotInBooks);

        public async Task<MailboxMessage> FoundMessage(MailboxMessageId message, CancellationToken ct) => Rule.Found(await db.MailboxMessages.SingleOrDefaultAsync(m => m.Id == message, ct), MailboxErrors.NotFound);
    }
}
