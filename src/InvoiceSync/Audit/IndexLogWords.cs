using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Audit;

/// <summary>Makes the index of words for the newest month that is over and has none; one a night, so that a night is enough.</summary>
[Requires("audit.seal")]
public sealed record IndexLogWords : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, IAuditChain chain) : IHandle<IndexLogWords, Done>
    {
        public async Task<Done> Handle(IndexLogWords command, CancellationToken ct)
        {
            await chain.IndexWords(db, ct);
            return default;
        }
    }
}
