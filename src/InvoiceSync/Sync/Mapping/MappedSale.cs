using InvoiceSync.Customers;
using InvoiceSync.Invoicing;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Sync.Mapping;

/// <summary>A sale with all that its lines have to know of it.</summary>
sealed record MappedSale(SourceSale Source, Seller Seller, Buyer Buyer, GetTenant.View Tenant, MappingRules Rules, VatCategory? Category)
{
    public DateOnly IssuedOn => Tenant.DateOf(Source.IssuedAt ?? Source.CreatedAt);
}
