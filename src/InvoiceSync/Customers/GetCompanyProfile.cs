using InvoiceSync.Kernel;

namespace InvoiceSync.Customers;

/// <summary>Our own company as it appears on invoices; null until it was filled in.</summary>
[Requires("sales.read")]
public sealed record GetCompanyProfile : IQuery<Seller?>;
