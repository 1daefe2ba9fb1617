using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal;

/// <summary>
/// Files an invoice to a buyer abroad that was kept without filing, and with it what takes it back: ANAF must not have one without the
/// other. Refused where the company files by a program that numbers itself: the customer has this invoice under its number.
/// </summary>
[Requires("fiscal.file")]
public sealed record FileKeptInvoice(InvoiceId Invoice) : ICommand<FilingId>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, FiscalProviders providers, TimeProvider time) : IHandle<FileKeptInvoice, FilingId>
    {
        public async Task<FilingId> Handle(FileKeptInvoice command, CancellationToken ct)
        {
            var invoice = (await dispatcher.Ask(new GetInvoice(command.Invoice), ct)).OrThrow();
            var chosen = await db.ChosenProvider(ct);
            Rule.Require(providers.Find(chosen) is not IFiscalBooks, FilingErrors.KeptHasNumber);
            var filing = await db.FoundFiling(command.Invoice, ct);
            Rule.Require(invoice.Corrects is not { } of || !await db.Filings.AnyAsync(f => f.InvoiceId == of && f.State == FilingState.Kept, ct), FilingErrors.OriginalKept);
            var notes = (await dispatcher.Ask(new GetCreditLeft(command.Invoice), ct)).OrThrow().Notes.Select(n => n.Id).ToList();
            var now = time.GetUtcNow();
            foreach (var kept in (Filing[])[filing, .. await db.Filings.Where(f => notes.Contains(f.InvoiceId) && f.State == FilingState.Kept).ToListAsync(ct)])
            {
                kept.FileKept(chosen, FilingDeadline.For(FilingDeadline.DayOf(now)).At, now);
                db.Pending.Add(kept.TenantId, new SubmitFiling(kept.Id), kept.Id.ToString(), now);
            }

            db.Note(new("filing.kept_filed", "invoice", command.Invoice.ToString()));
            return filing.Id;
        }
    }
}
