using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal.Reactions;

/// <summary>The event is only a hint: the state is asked for, and its version keeps a late answer from winning.</summary>
sealed class ShowFilingOnInvoice(IDispatcher dispatcher) : IOn<FilingMoved>
{
    public async Task Handle(FilingMoved happened, CancellationToken ct)
    {
        if ((await dispatcher.Ask(new GetFilingState(happened.Invoice), ct)).OrThrow() is { } filing)
            (await dispatcher.Send(new NoteFiling(happened.Invoice, Shown(filing.State), filing.Version), ct)).OrThrow();
    }

    static InvoiceFiling Shown(FilingState state) => state switch
    {
        FilingState.Sent => InvoiceFiling.Sent,
        FilingState.Unknown => InvoiceFiling.Unknown,
        FilingState.Accepted => InvoiceFiling.Accepted,
        FilingState.Refused => InvoiceFiling.Refused,
        FilingState.Stopped => InvoiceFiling.Stopped,
        FilingState.Kept => InvoiceFiling.Kept,
        _ => InvoiceFiling.Waiting,
    };
}
