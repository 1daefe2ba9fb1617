using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Model;

namespace InvoiceSync.Sync.Steps;

/// <summary>Keeps on a sale how much of what was given back has its document, and what stood in the way of the rest.</summary>
[Requires("fiscal.file")]
sealed record NoteReturns(SaleId Sale, decimal Credited, string? Trouble) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<NoteReturns, Done>
    {
        public async Task<Done> Handle(NoteReturns command, CancellationToken ct)
        {
            var sale = await db.FoundSale(command.Sale, ct);
            sale.NoteReturns(command.Credited, command.Trouble);
            return default;
        }
    }
}
