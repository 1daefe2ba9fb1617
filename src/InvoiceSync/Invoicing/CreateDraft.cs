using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Invoicing;

/// <summary>Begins an invoice. The id stays its id when it is issued.</summary>
[Requires("invoice.draft")]
public sealed record CreateDraft(DraftContent Content) : ICommand<InvoiceId>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, CallerHolder who, TimeProvider time) : IHandle<CreateDraft, InvoiceId>
    {
        public async Task<InvoiceId> Handle(CreateDraft command, CancellationToken ct)
        {
            var content = await dispatcher.Known(command.Content, null, ct);
            var draft = new Draft(time.New<InvoiceId>(), content, who.Caller.Actor, time.GetUtcNow());
            db.Add(draft);
            db.Note(new("draft.created", "draft", draft.Id.ToString()));
            return draft.Id;
        }
    }
}
