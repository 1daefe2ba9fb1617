using InvoiceSync.Customers.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Customers;

/// <summary>What the register said of these companies, as far as it was asked after the given instant. Cuis are bare digits.</summary>
[Requires("customer.read")]
public sealed record KeptCompanies(IReadOnlyList<string> Cuis, DateTimeOffset After) : IQuery<IReadOnlyList<CompanyRecord>>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<KeptCompanies, IReadOnlyList<CompanyRecord>>
    {
        public async Task<IReadOnlyList<CompanyRecord>> Handle(KeptCompanies query, CancellationToken ct) =>
            await db.StoredCompanies.AsNoTracking().Where(c => query.Cuis.Contains(c.Cui) && c.AskedAt > query.After).Select(c => c.Record).ToListAsync(ct);
    }
}
