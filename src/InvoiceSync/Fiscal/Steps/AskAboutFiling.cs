using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal.Steps;

/// <summary>Stops a filing in doubt for a person: a document was made at the provider that may be this invoice, and nothing else can tell.</summary>
[Requires("fiscal.file")]
sealed record AskAboutFiling(FilingId Filing, string Candidate, string Why) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<AskAboutFiling, Done>
    {
        public async Task<Done> Handle(AskAboutFiling command, CancellationToken ct)
        {
            var filing = Rule.Found(await db.Filings.SingleOrDefaultAsync(f => f.Id == command.Filing, ct), FilingErrors.NotFound);
            filing.AskPerson(command.Candidate, command.Why, time.GetUtcNow());
            return default;
        }
    }
}
