using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Refuses a person who does not belong to the caller's company, or is suspended there.</summary>
[Requires("invoice.read")]
public sealed record CheckMember(UserId Person) : IQuery<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<CheckMember, Done>
    {
        public async Task<Done> Handle(CheckMember query, CancellationToken ct)
        {
            var tenant = who.Caller.Tenant;
            Rule.Require(await db.Memberships.AnyAsync(m => m.UserId == query.Person.Value && m.TenantId == tenant && m.SuspendedAt == null, ct), AccessErrors.NotMember);
            return default;
        }
    }
}
