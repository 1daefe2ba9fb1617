using InvoiceSync.Customers;
using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>Keeps many drafts at once, new ones and changed ones: each is tried, and each is answered in its place. What was refused is not kept, the rest is.</summary>
[Requires("invoice.draft")]
public sealed record SaveDrafts(IReadOnlyList<SaveDrafts.Item> Items) : ICommand<IReadOnlyList<Result<InvoiceId>>>
{
    /// <summary>Without an id a new draft; with one that draft is changed, when it still has the version given.</summary>
    public sealed record Item(InvoiceId? Draft, DraftContent Content, long? Known = null);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<SaveDrafts, IReadOnlyList<Result<InvoiceId>>>
    {
        public async Task<IReadOnlyList<Result<InvoiceId>>> Handle(SaveDrafts command, CancellationToken ct)
        {
            var wanted = command.Items.Select(i => i.Draft).OfType<InvoiceId>().Distinct().ToList();
            var known = wanted.Count == 0 ? new() : await db.DraftsSeenBy(who.Caller).Where(d => wanted.Contains(d.Id)).ToDictionaryAsync(d => d.Id, ct);
            return Each.Tried(command.Items, item => item.Draft is { } id ? Change(known.GetValueOrDefault(id), item) : Create(item.Content));
        }

        InvoiceId Create(DraftContent content)
        {
            var draft = new Draft(time.New<InvoiceId>(), content, who.Caller.Actor, time.GetUtcNow());
            db.Add(draft);
            db.Note(new("draft.created", "draft", draft.Id.ToString()));
            return draft.Id;
        }

        InvoiceId Change(Draft? draft, Item item)
        {
            Rule.Found(draft, DraftErrors.NotFound);
            Rule.Require(draft.Owner == who.Caller.Actor || who.Caller.Reaches("invoice.update", draft.Owner), CallerErrors.PermissionMissing);
            Rule.Require(item.Known is null || draft.Version == item.Known, DraftErrors.Changed);
            if (draft.Write(item.Content, time.GetUtcNow())) db.Note(new("draft.updated", "draft", draft.Id.ToString()));
            return draft.Id;
        }
    }
}
