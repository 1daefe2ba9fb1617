using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Fiscal.Steps;

/// <summary>Notes that a filing has no answer yet, why if that needs saying, and when it is looked at next.</summary>
[Requires("fiscal.file")]
sealed record NoteFilingWaits(FilingId Filing, string? Why, DateTimeOffset NextAt, ICommand<Done>? Next = null, bool IsProcessing = false) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<NoteFilingWaits, Done>
    {
        public async Task<Done> Handle(NoteFilingWaits command, CancellationToken ct)
        {
            var filing = await db.FoundFiling(command.Filing, ct);
            filing.StillWaiting(command.Why, command.NextAt, time.GetUtcNow(), command.IsProcessing);
            if (command.Next is { } next) db.Pending.Add(filing.TenantId, next, filing.Id.ToString(), command.NextAt);
            return default;
        }
    }
}
