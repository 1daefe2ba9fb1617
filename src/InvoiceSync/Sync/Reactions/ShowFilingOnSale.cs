using InvoiceSync.Fiscal;
using InvoiceSync.Kernel;
using InvoiceSync.Sync.Steps;

namespace InvoiceSync.Sync.Reactions;

/// <summary>The event is only a hint, like a provider's: the state is asked for, so late and doubled deliveries do no harm.</summary>
sealed class ShowFilingOnSale(IDispatcher dispatcher) : IOn<FilingMoved>
{
    public async Task Handle(FilingMoved happened, CancellationToken ct) =>
        (await dispatcher.Send(new ShowFiling(happened.Invoice), ct)).OrThrow();
}
