using System.Security.Cryptography;
using System.Text.Json;
using InvoiceSync.Access;
using InvoiceSync.Customers;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Invoicing;

/// <summary>
/// Takes an issued invoice back, whole or in part, by a document of its own under the id Note, which who asks makes: asked twice
/// it is issued once. What needs approval waits for it and goes on by itself.
/// </summary>
[Requires("invoice.void")]
public sealed record CreditInvoice(InvoiceId Invoice, InvoiceId Note, CreditAsked Asked) : IProcess<InvoiceId>
{
    internal sealed class Handler(IDispatcher dispatcher, CallerHolder who) : IHandle<CreditInvoice, InvoiceId>
    {
        // Two who begin a series at once: the second is told and comes again.
        const int Tries = 5;

        public async Task<InvoiceId> Handle(CreditInvoice command, CancellationToken ct)
        {
            if ((await dispatcher.Ask(new SeeInvoice(command.Note), ct)).IsOk) return command.Note;

            var waiting = (await dispatcher.Ask(new FindWaitingCredit(command.Note), ct)).OrThrow();
            var (invoice, asked, owner) = waiting is null ? (command.Invoice, command.Asked, who.Caller.Actor) : (waiting.Invoice, waiting.Asked, waiting.Owner);
            var ready = (await dispatcher.Ask(new PrepareCredit(invoice, asked), ct)).OrThrow();
            await Approve(command.Note, invoice, asked, owner, ready.Document, ct);

            var seal = new SealCredit(invoice, command.Note, asked, owner);
            for (var attempt = 1; ; attempt++)
            {
                var sealing = await dispatcher.Send(seal, ct);
                if (sealing.Error is not { Kind: ErrorKind.Conflict } || attempt == Tries) return sealing.OrThrow();
            }
        }

        async Task Approve(InvoiceId note, InvoiceId invoice, CreditAsked asked, string owner, InvoiceDocument document, CancellationToken ct)
        {
            var total = -document.Owed;
            var revision = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(asked, StoredJson.Options)));
            var subject = new ApprovalSubject(
                ApprovalKind.CreditNote, note.ToString(), revision, PlainText.Fit($"{document.Corrects?.Number} · {document.Buyer.Name}", 200), new(total, document.Currency),
                total * (document.VatInRon?.Rate ?? 1), document.Buyer.Name, owner);
            var verdict = (await dispatcher.Send(new AskApproval(subject), ct)).OrThrow();
            if (verdict.Says == ApprovalVerdict.Kind.GoOn) return;
            (await dispatcher.Send(new HoldCredit(note, invoice, asked, owner, verdict.Why ?? ""), ct)).OrThrow();
            throw new RuleBrokenException(verdict.Says == ApprovalVerdict.Kind.Wait ? CreditErrors.Waits : CreditErrors.Refused(verdict.Why ?? ""));
        }
    }
}
