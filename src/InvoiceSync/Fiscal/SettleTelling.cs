using System.Globalization;
using InvoiceSync.Fiscal.Books;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Fiscal;

/// <summary>A person's word on a payment in doubt: it was done in the provider's books, or it was not and is done again.</summary>
[Requires("fiscal.file")]
[StepUp]
public sealed record SettleTelling(InvoiceId Invoice, int Number, bool IsDone) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, TimeProvider time) : IHandle<SettleTelling, Done>
    {
        public async Task<Done> Handle(SettleTelling command, CancellationToken ct)
        {
            (await dispatcher.Ask(new SeeInvoice(command.Invoice), ct)).OrThrow();
            var told = await db.FoundTold(command.Invoice, ct);
            var telling = told.Tellings.SingleOrDefault(t => t.Number == command.Number && t.State == TellingState.Asks);
            Rule.Require(telling is not null, TellingErrors.NotInDoubt);
            told.Settle(command.Number, command.IsDone);
            db.Pending.Add(told.TenantId, new TellPayments(command.Invoice), command.Invoice.ToString(), time.GetUtcNow());
            db.Note(new("payment_told.settled", "invoice", command.Invoice.ToString())
            {
                Details = new Dictionary<string, string> { ["amount"] = telling.Amount.ToString(CultureInfo.InvariantCulture), ["done"] = command.IsDone ? "yes" : "no" },
            });
            return default;
        }
    }
}
