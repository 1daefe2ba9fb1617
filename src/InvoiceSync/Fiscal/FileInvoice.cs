using System.Security.Cryptography;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Fiscal.Ubl;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal;

/// <summary>
/// Begins the filing of an issued invoice, or keeps it where nothing asks for one and the company has chosen so. Asked twice it begins
/// one: an invoice has one filing, which the database holds unique.
/// </summary>
[Requires("fiscal.file")]
public sealed record FileInvoice(InvoiceId Invoice) : ICommand<FilingId>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, TimeProvider time) : IHandle<FileInvoice, FilingId>
    {
        public async Task<FilingId> Handle(FileInvoice command, CancellationToken ct)
        {
            var existing = await db.Filings.Where(f => f.InvoiceId == command.Invoice).Select(f => (FilingId?)f.Id).SingleOrDefaultAsync(ct);
            if (existing is { } already) return already;

            var invoice = (await dispatcher.Ask(new GetInvoice(command.Invoice), ct)).OrThrow();
            var now = time.GetUtcNow();
            var (chosen, kept) = await db.PlaceOf(invoice.Document, invoice.Corrects, ct);
            var filing = new Filing(time.New<FilingId>(), command.Invoice, chosen.Provider, FilingDeadline.For(invoice.Document.IssuedOn, invoice.Document.PeriodEnd).At, now, kept);
            if (kept is null) filing.Hold(TimeSpan.FromHours(chosen.HoldHours), now);
            db.Add(filing);
            if (kept is null) db.Pending.Add(db.Scope.Tenant!.Value, new SubmitFiling(filing.Id), filing.Id.ToString(), filing.HeldUntil ?? now);
            else Archive(filing, UblWriter.ToBytes(invoice.Document), now);
            return filing.Id;
        }

        // What is kept is nobody's but ours to archive. Filed after all, it is written anew.
        void Archive(Filing filing, byte[] xml, DateTimeOffset now) =>
            db.Add(new ArchivedFile { FilingId = filing.Id, Attempt = filing.Latest.Number, Kind = FilingFile.Xml, Bytes = xml, Sha256 = Convert.ToHexStringLower(SHA256.HashData(xml)), KeptAt = now });
    }
}
