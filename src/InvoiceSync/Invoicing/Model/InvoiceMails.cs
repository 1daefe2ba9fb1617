using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Messaging;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing.Model;

/// <summary>Invoices by mail: what becomes of a mail is noted on its invoice. Unsure and kept ones count as sent: nobody knows otherwise.</summary>
sealed class InvoiceMails(InvoiceSyncDb db, InvoiceEnclosures enclosures, TimeProvider time) : IFollowMail
{
    public MailKind Kind => MailKind.Invoice;

    public Task<Enclosures> Enclose(string about, bool whole, CancellationToken ct) => enclosures.Of(about, whole, files: true, ct);

    public async Task Hear(MailFate fate, CancellationToken ct)
    {
        if (!Ids.TryParse<InvoiceId>(fate.About, out var id) || await db.Invoices.SingleOrDefaultAsync(i => i.Id == id, ct) is not { } invoice) return;
        if (fate.State is MailState.Failed or MailState.Bounced) invoice.NoteUndelivered(fate.At);
        else if (fate.State is MailState.Sent or MailState.Kept or MailState.Unsure) invoice.NoteSent(fate.At);
        invoice.Touch(time.GetUtcNow());
    }
}
