using InvoiceSync.Access;
using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing;

/// <summary>
/// Issues a draft: it gets its number and never changes again. Asked twice it is issued once. What needs approval waits for
/// it and goes on by itself; what is incomplete is refused with the first thing to mend. Known is the version that was read, if that matters.
/// </summary>
[Requires("invoice.create")]
public sealed record IssueDraft(InvoiceId Draft, string? Series = null, long? Known = null) : IProcess<InvoiceId>
{
    internal sealed class Handler(IDispatcher dispatcher) : IHandle<IssueDraft, InvoiceId>
    {
        // Two who begin a series at once: the second is told and comes again.
        const int Tries = 5;

        public async Task<InvoiceId> Handle(IssueDraft command, CancellationToken ct)
        {
            if ((await dispatcher.Ask(new SeeInvoice(command.Draft), ct)).IsOk) return command.Draft;

            var ready = (await dispatcher.Ask(new PrepareDraft(command.Draft), ct)).OrThrow();
            Rule.Require(command.Known is null || command.Known == ready.Version, DraftErrors.Changed);
            if (ready.Document is not { } document || ready.Faults.Count > 0) throw new RuleBrokenException(ready.Faults[0]);
            if (document.Currency != Currency.Ron)
            {
                var rate = (await dispatcher.Send(new FindRate(document.Currency, document.PeriodEnd ?? document.IssuedOn), ct)).OrThrow();
                document = document with { VatInRon = new(Currency.Ron.Round(document.Totals.Vat * rate.RonPerUnit), rate.RonPerUnit, rate.PublishedOn, rate.Source) };
            }

            await Approve(command.Draft, document, ready, ct);
            var seal = new SealDraft(command.Draft, ready.Version, document, command.Series);
            for (var attempt = 1; ; attempt++)
            {
                var sealing = await dispatcher.Send(seal, ct);
                if (sealing.Error is not { Kind: ErrorKind.Conflict } || sealing.Error.Code == DraftErrors.Changed.Code || attempt == Tries) return sealing.OrThrow();
            }
        }

        async Task Approve(InvoiceId id, InvoiceDocument document, PrepareDraft.View ready, CancellationToken ct)
        {
            var total = document.Totals.TaxInclusive;
            var subject = new ApprovalSubject(
                ApprovalKind.Invoice, id.ToString(), ready.Revision, document.Buyer.Name, new(total, document.Currency),
                total * (document.VatInRon?.Rate ?? 1), document.Buyer.Name, ready.Owner);
            var verdict = (await dispatcher.Send(new AskApproval(subject), ct)).OrThrow();
            if (verdict.Says == ApprovalVerdict.Kind.GoOn) return;
            (await dispatcher.Send(new HoldDraft(id, ready.Version, verdict.Why ?? ""), ct)).OrThrow();
            throw new RuleBrokenException(verdict.Says == ApprovalVerdict.Kind.Wait ? DraftErrors.Waits : DraftErrors.Refused(verdict.Why ?? ""));
        }
    }
}
