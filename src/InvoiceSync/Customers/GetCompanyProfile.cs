using InvoiceSync.Customers.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Customers;

/// <summary>Our own company as it appears on invoices; null until it was filled in.</summary>
[Requires("invoice.read")]
public sealed record GetCompanyProfile : IQuery<Seller?>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetCompanyProfile, Seller?>
    {
        public async Task<Seller?> Handle(GetCompanyProfile query, CancellationToken ct) =>
            (await db.CompanyProfiles.AsNoTracking().SingleOrDefaultAsync(ct))?.Seller;
    }
}
