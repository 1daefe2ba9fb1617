using InvoiceSync.Customers;
using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing.Reactions;

/// <summary>A customer turned out to be another: its drafts and invoices are that one's.</summary>
sealed class FollowMergedCustomer(IDispatcher dispatcher) : IOn<CustomerMerged>
{
    public async Task Handle(CustomerMerged happened, CancellationToken ct) =>
        (await dispatcher.Send(new MoveToCustomer(happened.Customer, happened.Into), ct)).OrThrow();
}
