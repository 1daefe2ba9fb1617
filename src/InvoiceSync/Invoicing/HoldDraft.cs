using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>Notes on a draft why it was not issued: it waits for approval, or was refused. One edited meanwhile is left alone.</summary>
[Requires("invoice.create")]
sealed record HoldDraft(InvoiceId Draft, long? Version, string Why) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<HoldDraft, Done>
    {
        public async Task<Done> Handle(HoldDraft command, CancellationToken ct)
        {
            var draft = await db.Drafts.SingleOrDefaultAsync(d => d.Id == command.Draft, ct);
            if (draft is not null && (command.Version is null || command.Version == draft.Version)) draft.Hold(command.Why);
            return default;
        }
    }
}
