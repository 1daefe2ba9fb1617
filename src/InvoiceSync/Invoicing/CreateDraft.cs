using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Invoicing;

/// <summary>Begins an invoice. The id stays its id when it is issued.</summary>
[Requires("invoice.draft")]
public sealed record CreateDraft(DraftContent Content) : ICommand<InvoiceId>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<CreateDraft, InvoiceId>
    {
        public Task<InvoiceId> Handle(CreateDraft command, CancellationToken ct)
        {
            var draft = new Draft(time.New<InvoiceId>(), command.Content, who.Caller.Actor, time.GetUtcNow());
            db.Add(draft);
            db.Note(new("draft.created", "draft", draft.Id.ToString()));
            return Task.FromResult(draft.Id);
        }
    }
}
