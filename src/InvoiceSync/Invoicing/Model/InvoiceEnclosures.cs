using InvoiceSync.Kernel;
using InvoiceSync.Messaging;

namespace InvoiceSync.Invoicing.Model;

/// <summary>
/// What goes with a mail about an invoice: its PDF, and its files where the company wants them along. Where nothing can print, the mail
/// goes without the PDF: its link leads to the same invoice.
/// </summary>
sealed class InvoiceEnclosures(IDispatcher dispatcher)
{
    public async Task<Enclosures> Of(string about, bool whole, bool files, CancellationToken ct)
    {
        if (!Ids.TryParse<InvoiceId>(about, out var id)) return Enclosures.None;
        var answer = await dispatcher.Ask(new PrintInvoice(id), ct);
        var goesWithout = answer.Error == PrintErrors.Absent || !whole && answer.Error?.Kind == ErrorKind.Unavailable;
        List<Enclosure> enclosed = goesWithout ? [] : [new(answer.OrThrow().FileName, "application/pdf", answer.OrThrow().Pdf)];
        if (files && (await dispatcher.Ask(new GetMailSettings(), ct)).OrThrow().EnclosesFiles)
            foreach (var row in (await dispatcher.Ask(new ListAttachments(id), ct)).OrThrow())
            {
                var file = (await dispatcher.Ask(new ReadAttachment(row.Id), ct)).OrThrow();
                enclosed.Add(new(file.Name, file.Kind.MediaType(), file.Bytes));
            }

        return new(enclosed, IsWhole: !goesWithout);
    }
}
