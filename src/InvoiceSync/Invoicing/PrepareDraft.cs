using System.Security.Cryptography;
using System.Text.Json;
using InvoiceSync.Customers;
using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>
/// What the invoice of a draft would say if it were issued now, still without number and official exchange rate; or all
/// that is missing, field by field.
/// </summary>
[Requires("invoice.read")]
public sealed record PrepareDraft(InvoiceId Draft) : IQuery<PrepareDraft.View>
{
    public sealed record View(InvoiceDocument? Document, IReadOnlyList<Error> Faults, long Version, string Owner)
    {
        /// <summary>Differs after each edit, and not because a day has passed: what an approval is given for.</summary>
        public string Revision { get; init; } = "";
    }

    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, CallerHolder who, IEnumerable<IDocumentCheck> checks, TimeProvider time) : IHandle<PrepareDraft, View>
    {
        public async Task<View> Handle(PrepareDraft query, CancellationToken ct)
        {
            var draft = Rule.Found(await db.DraftsSeenBy(who.Caller).AsNoTracking().SingleOrDefaultAsync(d => d.Id == query.Draft, ct), DraftErrors.NotFound);
            if (draft.Revises is not null) return new(null, [DraftErrors.OfSchedule], draft.Version, draft.Owner);
            var seller = (await dispatcher.Ask(new GetCompanyProfile(), ct)).OrThrow();
            if (seller is null) return new(null, [DraftErrors.ProfileMissing], draft.Version, draft.Owner);

            var today = await dispatcher.Today(time, ct);
            var (document, faults) = DraftDocument.Checked(await dispatcher.Unmasked(draft.Content, ct), seller, today, checks);
            var typed = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(draft.Content, StoredJson.Options));
            return new(document, faults, draft.Version, draft.Owner) { Revision = Convert.ToHexStringLower(typed) };
        }
    }
}
