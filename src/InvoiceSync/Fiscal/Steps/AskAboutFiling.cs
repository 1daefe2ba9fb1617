using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Fiscal.Steps;

/// <summary>Stops a filing in doubt for a person: a document was made at the provider that may be this invoice, and nothing else can tell.</summary>
[Requires("fiscal.file")]
sealed record AskAboutFiling(FilingId Filing, string Candidate, string Why) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<AskAboutFiling, Done>
    {
        public async Task<Done> Handle(AskAboutFiling command, CancellationToken ct)
        {
            var filing = await db.FoundFiling(command.Filing, ct);
            filing.AskPerson(command.Candidate, command.Why, time.GetUtcNow());
            return default;
        }
    }
}
