using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Fiscal.Steps;

/// <summary>Records that an invoice was refused and why, with the authority's archive when there is one.</summary>
[Requires("fiscal.file")]
sealed record RefuseFiling(FilingId Filing, IReadOnlyList<StoredProblem> Problems, byte[]? Zip = null) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<RefuseFiling, Done>
    {
        public async Task<Done> Handle(RefuseFiling command, CancellationToken ct)
        {
            var filing = await db.FoundFiling(command.Filing, ct);
            filing.Refused(command.Problems, time.GetUtcNow());
            if (command.Zip is { } zip) db.Add(AnswerArchive.Of(filing, zip, time.GetUtcNow(), FilingFile.Zip));
            return default;
        }
    }
}
