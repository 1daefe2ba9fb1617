using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Model;

namespace InvoiceSync.Sync.Steps;

/// <summary>Sets a sale aside for a person, with a code and a reason that says what to do.</summary>
[Requires("fiscal.file")]
sealed record ParkSale(SaleId Sale, string Code, string Reason) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ParkSale, Done>
    {
        public async Task<Done> Handle(ParkSale command, CancellationToken ct)
        {
            var sale = await db.FoundSale(command.Sale, ct);
            sale.Park(command.Code, command.Reason.Length <= 1000 ? command.Reason : command.Reason[..1000]);
            return default;
        }
    }
}
