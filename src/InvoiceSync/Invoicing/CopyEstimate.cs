using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>Begins a new draft that says what an estimate says, for another one of it.</summary>
[Requires("invoice.draft")]
public sealed record CopyEstimate(EstimateId Estimate) : ICommand<InvoiceId>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<CopyEstimate, InvoiceId>
    {
        public async Task<InvoiceId> Handle(CopyEstimate command, CancellationToken ct)
        {
            var estimate = Rule.Found(await db.EstimatesSeenBy(who.Caller).AsNoTracking().SingleOrDefaultAsync(e => e.Id == command.Estimate, ct), EstimateErrors.NotFound);
            var draft = new Draft(time.New<InvoiceId>(), estimate.Content, who.Caller.Actor, time.GetUtcNow());
            db.Add(draft);
            db.Note(new("draft.created", "draft", draft.Id.ToString()));
            return draft.Id;
        }
    }
}
