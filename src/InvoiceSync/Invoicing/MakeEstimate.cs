using InvoiceSync.Customers;
using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Invoicing;

/// <summary>Makes a pro-forma or a quote of a draft: it gets a number of its own series, and the draft is gone. What an invoice would lack is refused.</summary>
[Requires("invoice.draft")]
public sealed record MakeEstimate(InvoiceId Draft, EstimateKind Kind, DateOnly ValidUntil) : ICommand<EstimateId>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, NumberDraw numbers, CallerHolder who, TimeProvider time) : IHandle<MakeEstimate, EstimateId>
    {
        public async Task<EstimateId> Handle(MakeEstimate command, CancellationToken ct)
        {
            Rule.Require(Enum.IsDefined(command.Kind), EstimateErrors.KindUnknown);
            var draft = await db.DraftToEdit(command.Draft, who.Caller, ct);
            Rule.Require(draft.Revises is null, DraftErrors.OfSchedule);
            if ((await dispatcher.Ask(new GetCompanyProfile(), ct)).OrThrow() is not { } seller) throw new RuleBrokenException(DraftErrors.ProfileMissing);
            var today = await dispatcher.Today(time, ct);
            var content = draft.Content with { IssueOn = null, DueOn = null };
            var (document, faults) = DraftDocument.Of(await dispatcher.Unmasked(content, ct), seller, today);
            if (document is null) throw new RuleBrokenException(faults[0]);
            var numbered = document with { Number = await numbers.OfEstimate(command.Kind, today, ct), DueOn = null };
            var estimate = new Estimate(time.New<EstimateId>(), command.Kind, content, numbered, command.ValidUntil, draft.Owner, time.GetUtcNow());
            db.Add(estimate);
            await db.ThrowAway(draft, time.GetUtcNow(), ct);
            db.Note(new("draft.deleted", "draft", draft.Id.ToString())
            {
                Details = new Dictionary<string, string> { ["estimate"] = estimate.Number },
            });
            return estimate.Id;
        }
    }
}
