using InvoiceSync.Customers;
using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing.Reactions;

/// <summary>A customer was merged into another: its invoices are found under that one.</summary>
sealed class FollowMergedCustomer(IDispatcher dispatcher) : IOn<CustomerMerged>
{
    public async Task Handle(CustomerMerged happened, CancellationToken ct) => (await dispatcher.Send(new MoveInvoices(happened.Customer, happened.Into), ct)).OrThrow();
}
