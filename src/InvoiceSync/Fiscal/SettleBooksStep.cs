using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Fiscal;

/// <summary>A person's word on a change in a provider's books whose answer got lost: it was done there, or it was not.</summary>
[Requires("invoice.void")]
[StepUp]
public sealed record SettleBooksStep(InvoiceId Invoice, bool IsDone) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, TimeProvider time) : IHandle<SettleBooksStep, Done>
    {
        public async Task<Done> Handle(SettleBooksStep command, CancellationToken ct)
        {
            (await dispatcher.Ask(new SeeInvoice(command.Invoice), ct)).OrThrow();
            var filing = await db.FoundFiling(command.Invoice, ct);
            db.Note(new("filing.books_settled", "invoice", command.Invoice.ToString())
            {
                Details = new Dictionary<string, string> { ["step"] = $"{filing.UnderWay}", ["number"] = filing.LegalNumber ?? "", ["done"] = command.IsDone ? "yes" : "no" },
            });
            filing.EndStep(command.IsDone, time.GetUtcNow());
            return default;
        }
    }
}
