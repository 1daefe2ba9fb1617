using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>The companies a person belongs to, suspended or not.</summary>
[Requires("people.keep")]
sealed record ListCompaniesOf(UserId User) : IQuery<IReadOnlyList<TenantId>>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ListCompaniesOf, IReadOnlyList<TenantId>>
    {
        public async Task<IReadOnlyList<TenantId>> Handle(ListCompaniesOf query, CancellationToken ct) =>
            await db.Memberships.Where(m => m.UserId == query.User.Value).Select(m => m.TenantId).ToListAsync(ct);
    }
}
