using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Audit;

/// <summary>Makes the monthly parts of the log's table for the next three months, where the database keeps it in parts.</summary>
[Requires("audit.seal")]
public sealed record MakeLogMonths : ICommand<Done>
{
    const int Ahead = 3;

    internal sealed class Handler(InvoiceSyncDb db, IAuditChain chain, TimeProvider time) : IHandle<MakeLogMonths, Done>
    {
        public async Task<Done> Handle(MakeLogMonths command, CancellationToken ct)
        {
            var month = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
            for (var ahead = 0; ahead <= Ahead; ahead++) await chain.MakeMonth(db, month.AddMonths(ahead), ct);
            return default;
        }
    }
}
