using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal;

/// <summary>Which file of a filing.</summary>
public enum FilingFile
{
    /// <summary>The e-invoice as sent.</summary>
    Xml,

    /// <summary>The authority's ZIP: the original and its seal, or the error list. Together they are the legal original.</summary>
    Zip,

    /// <summary>The original as a PDF, where a provider makes one or our own print is it.</summary>
    Pdf,
}

/// <summary>The bytes of the latest attempt's XML or archived answer.</summary>
[Requires("invoice.read")]
public sealed record GetFilingFile(InvoiceId Invoice, FilingFile File) : IQuery<GetFilingFile.Content>
{
    public sealed record Content(string Name, string ContentType, byte[] Bytes);

    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher) : IHandle<GetFilingFile, Content>
    {
        public async Task<Content> Handle(GetFilingFile query, CancellationToken ct)
        {
            (await dispatcher.Ask(new SeeInvoice(query.Invoice), ct)).OrThrow();
            var filing = await db.Filings.Where(f => f.InvoiceId == query.Invoice).Select(f => (FilingId?)f.Id).SingleOrDefaultAsync(ct);
            var file = await db.ArchivedFiles.AsNoTracking().Where(f => f.FilingId == filing && f.Kind == query.File).OrderByDescending(f => f.Attempt).FirstOrDefaultAsync(ct);
            var kept = Rule.Found(file, FilingErrors.FileMissing);
            db.Note(new("invoice.downloaded", "invoice", query.Invoice.ToString()) { Details = new Dictionary<string, string> { ["file"] = $"{query.File}" } });
            return query.File switch
            {
                FilingFile.Xml => new($"{query.Invoice}.xml", "application/xml", kept.Bytes),
                FilingFile.Pdf => new($"{query.Invoice}.pdf", "application/pdf", kept.Bytes),
                _ => new($"{query.Invoice}.zip", "application/zip", kept.Bytes),
            };
        }
    }
}
