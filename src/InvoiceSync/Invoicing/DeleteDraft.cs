using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Invoicing;

/// <summary>Throws a draft away. No number was drawn, so none is missing.</summary>
[Requires("invoice.delete")]
public sealed record DeleteDraft(InvoiceId Draft) : ICommand<Done>
{
    /// <summary>When given, refused when somebody else changed the draft since.</summary>
    public long? Version { get; init; }

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<DeleteDraft, Done>
    {
        public async Task<Done> Handle(DeleteDraft command, CancellationToken ct)
        {
            var draft = await db.DraftToEdit(command.Draft, who.Caller, ct);
            Rule.Require(command.Version is null || command.Version == draft.Version, DraftErrors.Changed);
            await db.ThrowAway(draft, time.GetUtcNow(), ct);
            db.Note(new("draft.deleted", "draft", draft.Id.ToString()));
            return default;
        }
    }
}
