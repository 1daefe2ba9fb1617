using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Fiscal.Steps;

/// <summary>Records what came of sending, and queues what follows from it: asking for the verdict, asking whether it arrived, or sending later.</summary>
[Requires("fiscal.file")]
sealed record RecordSubmission(FilingId Filing, SubmitAnswer Answer, TenantMode Mode) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, FiscalProviders providers, FiscalPace pace, TimeProvider time) : IHandle<RecordSubmission, Done>
    {
        public async Task<Done> Handle(RecordSubmission command, CancellationToken ct)
        {
            var filing = await db.FoundFiling(command.Filing, ct);
            if (filing.Record(command.Answer, providers.Of(filing.Provider), command.Mode, pace, time.GetUtcNow()) is var (next, at))
                db.Pending.Add(filing.TenantId, next, filing.Id.ToString(), at);
            return default;
        }
    }
}
