using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Fiscal.Steps;

/// <summary>Notes that a filing has no answer yet, why if that needs saying, for which other invoice, and when it is looked at next.</summary>
[Requires("fiscal.file")]
sealed record NoteFilingWaits(FilingId Filing, string? Why, DateTimeOffset NextAt, ICommand<Done>? Next = null, bool IsProcessing = false) : ICommand<Done>
{
    /// <summary>The invoice that has the series this one wants.</summary>
    public InvoiceId? For { get; init; }

    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<NoteFilingWaits, Done>
    {
        public async Task<Done> Handle(NoteFilingWaits command, CancellationToken ct)
        {
            var filing = await db.FoundFiling(command.Filing, ct);
            filing.StillWaiting(command.Why, command.NextAt, time.GetUtcNow(), command.IsProcessing, command.For);
            if (command.Next is { } next) db.Pending.Add(filing.TenantId, next, filing.Id.ToString(), command.NextAt);
            return default;
        }
    }
}
