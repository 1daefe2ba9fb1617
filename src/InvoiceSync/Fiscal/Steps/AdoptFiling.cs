using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Fiscal.Steps;

/// <summary>Follows the index under which the authority holds the invoice already.</summary>
[Requires("fiscal.file")]
sealed record AdoptFiling(FilingId Filing, string Index, DateTimeOffset AskAt) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<AdoptFiling, Done>
    {
        public async Task<Done> Handle(AdoptFiling command, CancellationToken ct)
        {
            var filing = await db.FoundFiling(command.Filing, ct);
            filing.Adopt(command.Index, time.GetUtcNow());
            db.Pending.Add(filing.TenantId, new PollFiling(filing.Id), filing.Id.ToString(), command.AskAt);
            return default;
        }
    }
}
