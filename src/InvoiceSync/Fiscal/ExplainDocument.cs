using System.Globalization;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Fiscal.Terms;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal;

/// <summary>The e-invoice of an attempt as it was sent, line by line, each element with its business term in the reader's language; null before one was written.</summary>
[Requires("invoice.read")]
public sealed record ExplainDocument(InvoiceId Invoice, int? Attempt = null) : IQuery<ExplainDocument.View?>
{
    /// <summary>IsCut: the document goes on. The file itself is whole.</summary>
    public sealed record View(int Attempt, string Sha256, IReadOnlyList<Line> Lines, bool IsCut);

    /// <summary>One line of the document: &lt;Open&gt;Value&lt;/Close&gt;, of which a part may be missing.</summary>
    public sealed record Line(int Depth, string? Open, string? Value, string? Close, Term? Term);

    /// <summary>Number like BT-31, and what it is.</summary>
    public sealed record Term(string Number, string Name, string Meaning);

    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher) : IHandle<ExplainDocument, View?>
    {
        public async Task<View?> Handle(ExplainDocument query, CancellationToken ct)
        {
            (await dispatcher.Ask(new SeeInvoice(query.Invoice), ct)).OrThrow();
            var filing = await db.Filings.Where(f => f.InvoiceId == query.Invoice).Select(f => (FilingId?)f.Id).SingleOrDefaultAsync(ct);
            var files = db.ArchivedFiles.AsNoTracking().Where(f => f.FilingId == filing && f.Kind == FilingFile.Xml);
            if (query.Attempt is { } attempt) files = files.Where(f => f.Attempt == attempt);
            if (await files.OrderByDescending(f => f.Attempt).FirstOrDefaultAsync(ct) is not { } file) return null;
            var (lines, isCut) = ExplainedXml.Of(file.Bytes, CultureInfo.CurrentUICulture);
            return new(file.Attempt, file.Sha256, lines, isCut);
        }
    }
}
