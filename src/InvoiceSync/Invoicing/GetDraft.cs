using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>One draft, whole. MayEdit says whether the caller may change it.</summary>
[Requires("invoice.read")]
public sealed record GetDraft(InvoiceId Draft) : IQuery<GetDraft.View>
{
    public sealed record View(InvoiceId Id, DraftContent Content, long Version, string Owner, string? Waits, DateTimeOffset MadeAt, DateTimeOffset ChangedAt, bool MayEdit)
    {
        /// <summary>The schedule that is to say what is written here.</summary>
        public ScheduleId? Revises { get; init; }

        internal static View Of(Draft draft, Caller caller) => new(
            draft.Id, draft.Content, draft.Version, draft.Owner, draft.Waits, draft.MadeAt, draft.ChangedAt,
            draft.Owner == caller.Actor ? caller.May("invoice.draft") : caller.Reaches("invoice.update", draft.Owner))
        {
            Revises = draft.Revises,
        };
    }

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<GetDraft, View>
    {
        public async Task<View> Handle(GetDraft query, CancellationToken ct) =>
            View.Of(Rule.Found(await db.DraftsSeenBy(who.Caller).AsNoTracking().SingleOrDefaultAsync(d => d.Id == query.Draft, ct), DraftErrors.NotFound), who.Caller);
    }
}
