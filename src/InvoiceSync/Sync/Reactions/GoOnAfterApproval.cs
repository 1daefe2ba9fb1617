using InvoiceSync.Access;
using InvoiceSync.Kernel;
using InvoiceSync.Sync.Steps;

namespace InvoiceSync.Sync.Reactions;

/// <summary>An approved sale gets its invoice; one edited meanwhile asks anew, because its revision differs.</summary>
sealed class GoOnAfterApproval(IDispatcher dispatcher) : IOn<ApprovalGiven>
{
    public async Task Handle(ApprovalGiven happened, CancellationToken ct)
    {
        if (happened.Kind is ApprovalKind.Invoice && Ids.TryParse<SaleId>(happened.Subject, out var sale))
            (await dispatcher.Send(new InvoiceSale(sale), ct)).OrThrow();
    }
}

/// <summary>A refused sale shows the approver's reason.</summary>
sealed class ShowRefusal(IDispatcher dispatcher) : IOn<ApprovalRefused>
{
    public async Task Handle(ApprovalRefused happened, CancellationToken ct)
    {
        if (happened.Kind is ApprovalKind.Invoice && Ids.TryParse<SaleId>(happened.Subject, out var sale))
            (await dispatcher.Send(new ParkSale(sale, "approval.refused", happened.Reason), ct)).OrThrow();
    }
}
