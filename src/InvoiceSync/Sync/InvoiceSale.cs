using System.Security.Cryptography;
using System.Text.Json;
using InvoiceSync.Access;
using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Mapping;
using InvoiceSync.Sync.Steps;

namespace InvoiceSync.Sync;

/// <summary>Makes the invoice of a complete sale, or parks the sale with the reason. Asked twice it makes one.</summary>
[Requires("invoice.create")]
public sealed record InvoiceSale(SaleId Sale) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher) : IHandle<InvoiceSale, Done>
    {
        public async Task<Done> Handle(InvoiceSale command, CancellationToken ct)
        {
            var ready = (await dispatcher.Ask(new GetReadySale(command.Sale), ct)).OrThrow();
            if (ready is null) return default;

            switch ((await dispatcher.Send(new MapSale(ready.Source, ready.Correction), ct)).OrThrow())
            {
                case Mapped.ToPerson(var code, var reason):
                    return await Park(command.Sale, code, reason, ct);
                case Mapped.ToInvoice(var document):
                    var sale = ready.Source;
                    var verdict = (await dispatcher.Send(new AskApproval(Subject(command.Sale, document, ready.Owner)), ct)).OrThrow();
                    if (verdict.Says is ApprovalVerdict.Kind.Wait) return await Park(command.Sale, "approval.pending", verdict.Why!, ct);
                    if (verdict.Says is ApprovalVerdict.Kind.Stop) return await Park(command.Sale, "approval.refused", verdict.Why!, ct);
                    var source = new InvoiceSource(SourceDoor.Stripe, sale.AccountId, sale.Live, sale.Key.Kind.ToString(), sale.Key.Id);
                    var made = await dispatcher.Send(new IssueInvoice(source, document, ready.Owner), ct);
                    if (made.Error is { Kind: ErrorKind.Refused } refusal) return await Park(command.Sale, refusal.Code, refusal.Message, ct);
                    var invoice = made.OrThrow();
                    var issued = (await dispatcher.Ask(new GetInvoice(invoice), ct)).OrThrow().Document;
                    (await dispatcher.Send(new MarkInvoiced(command.Sale, invoice, issued.Number, FilingDeadline.For(issued.IssuedOn, issued.PeriodEnd).At), ct)).OrThrow();
                    return default;
                case var other:
                    throw new InvalidOperationException($"Unknown mapping {other}.");
            }
        }

        // What differs after an edit is the document itself; a series number it has not drawn yet is no part of that.
        static ApprovalSubject Subject(SaleId sale, InvoiceDocument document, string? owner)
        {
            var total = document.Totals.TaxInclusive;
            var revision = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(document, StoredJson.Options)));
            return new(
                ApprovalKind.Invoice, sale.ToString(), revision, $"{document.Number} {document.Buyer.Name}".Trim(), new(total, document.Currency),
                total * (document.VatInRon?.Rate ?? 1), document.Buyer.Name, owner);
        }

        async Task<Done> Park(SaleId sale, string code, string reason, CancellationToken ct) =>
            (await dispatcher.Send(new ParkSale(sale, code, reason), ct)).OrThrow();
    }
}
