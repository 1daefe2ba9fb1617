using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync;

/// <summary>Which company pays from which e-mail address, as it was told: by address, those after one, at most 200 at once.</summary>
[Requires("customer.read")]
public sealed record ListMappedCustomers(string? After = null, int Take = 100) : IQuery<IReadOnlyList<ListMappedCustomers.Row>>
{
    public sealed record Row(string Email, string TaxId);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ListMappedCustomers, IReadOnlyList<Row>>
    {
        const int Most = 200;

        public async Task<IReadOnlyList<Row>> Handle(ListMappedCustomers query, CancellationToken ct)
        {
            var after = query.After is null ? null : MappedCustomer.KeyOf(query.After);
            return await db.MappedCustomers.AsNoTracking()
                .Where(c => after == null || c.Email.CompareTo(after) > 0)
                .OrderBy(c => c.Email)
                .Select(c => new Row(c.Email, c.TaxId))
                .Take(Math.Clamp(query.Take, 1, Most))
                .ToListAsync(ct);
        }
    }
}
