using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>Makes the draft of an estimate's invoice, once: asked again it is that same one, and two at the same moment make one.</summary>
[Requires("invoice.draft")]
public sealed record InvoiceEstimate(EstimateId Estimate) : ICommand<InvoiceId>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<InvoiceEstimate, InvoiceId>
    {
        public async Task<InvoiceId> Handle(InvoiceEstimate command, CancellationToken ct)
        {
            var estimate = await db.EstimateToEdit(command.Estimate, who.Caller, ct);
            if (estimate.Invoice is { } made && (await db.Drafts.AnyAsync(d => d.Id == made, ct) || await db.Invoices.AnyAsync(i => i.Id == made, ct))) return made;
            var draft = new Draft(time.New<InvoiceId>(), estimate.Content, who.Caller.Actor, time.GetUtcNow());
            estimate.BecomeInvoice(draft.Id, time.GetUtcNow());
            db.Add(draft);
            db.Add(new EstimateInvoice { Estimate = estimate.Id, Invoice = draft.Id });
            db.Note(new("draft.created", "draft", draft.Id.ToString())
            {
                Details = new Dictionary<string, string> { ["estimate"] = estimate.Number },
            });
            return draft.Id;
        }
    }
}
