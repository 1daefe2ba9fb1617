using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Invoicing;

/// <summary>Keeps a draft as it stands, often while it is typed. Known is the version that was read; the answer is the new one.</summary>
[Requires("invoice.draft")]
public sealed record SaveDraft(InvoiceId Draft, DraftContent Content, long Known) : ICommand<long>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, CallerHolder who, TimeProvider time) : IHandle<SaveDraft, long>
    {
        public async Task<long> Handle(SaveDraft command, CancellationToken ct)
        {
            var draft = await db.DraftToEdit(command.Draft, who.Caller, ct);
            Rule.Require(draft.Version == command.Known, DraftErrors.Changed);
            var content = await dispatcher.Known(command.Content, draft.CustomerId, ct);
            if (draft.Write(content, time.GetUtcNow())) db.Note(new("draft.updated", "draft", draft.Id.ToString()));
            return draft.Version;
        }
    }
}
