using InvoiceSync.Kernel;

namespace InvoiceSync.Customers;

/// <summary>One customer turned out to be another: what hangs off the first moves to the second.</summary>
[EventName("customer.merged")]
public sealed record CustomerMerged(CustomerId Customer, CustomerId Into) : Event;
