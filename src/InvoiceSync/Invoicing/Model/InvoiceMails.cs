using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Messaging;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing.Model;

/// <summary>Invoices by mail: what becomes of a mail is noted on its invoice. Unsure and kept ones count as sent: nobody knows otherwise.</summary>
sealed class InvoiceMails(InvoiceSyncDb db, IDispatcher dispatcher, TimeProvider time) : IFollowMail
{
    public MailKind Kind => MailKind.Invoice;

    /// <summary>The invoice as a PDF, and its files where the company wants it. Where nothing can print, the mail goes without: its link leads to the same invoice.</summary>
    public async Task<IReadOnlyList<Enclosure>> Enclose(string about, CancellationToken ct)
    {
        if (!Ids.TryParse<InvoiceId>(about, out var id)) return [];
        var enclosures = new List<Enclosure>();
        var answer = await dispatcher.Ask(new PrintInvoice(id), ct);
        if (answer.Error != PrintErrors.Absent) enclosures.Add(new(answer.OrThrow().FileName, "application/pdf", answer.OrThrow().Pdf));
        if (!(await dispatcher.Ask(new GetMailSettings(), ct)).OrThrow().EnclosesFiles) return enclosures;
        foreach (var row in (await dispatcher.Ask(new ListAttachments(id), ct)).OrThrow())
        {
            var file = (await dispatcher.Ask(new ReadAttachment(row.Id), ct)).OrThrow();
            enclosures.Add(new(file.Name, file.Kind.MediaType(), file.Bytes));
        }

        return enclosures;
    }

    public async Task Hear(MailFate fate, CancellationToken ct)
    {
        if (!Ids.TryParse<InvoiceId>(fate.About, out var id) || await db.Invoices.SingleOrDefaultAsync(i => i.Id == id, ct) is not { } invoice) return;
        if (fate.State is MailState.Failed or MailState.Bounced) invoice.NoteUndelivered(fate.At);
        else if (fate.State is MailState.Sent or MailState.Kept or MailState.Unsure) invoice.NoteSent(fate.At);
        invoice.Touch(time.GetUtcNow());
    }
}
