using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Fiscal.Estimates;

/// <summary>Stops a pro-forma in doubt for a person: one was made there that may be it, and nothing else can tell.</summary>
[Requires("fiscal.file")]
sealed record AskAboutEstimate(EstimateId Estimate, string Candidate) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<AskAboutEstimate, Done>
    {
        public async Task<Done> Handle(AskAboutEstimate command, CancellationToken ct)
        {
            (await db.EstimateThere(command.Estimate, ct)).AskPerson(command.Candidate);
            return default;
        }
    }
}
