using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>The e-mail domains the company says are its own, and the DNS record that proves each.</summary>
[Requires("settings.manage")]
public sealed record ListSsoDomains : IQuery<IReadOnlyList<ListSsoDomains.Row>>
{
    /// <summary>RecordName and Proof are the name and text of the TXT record to make.</summary>
    public sealed record Row(SsoDomainId Id, string Name, string RecordName, string Proof, DateTimeOffset? ProvedAt, DateTimeOffset? CheckedAt, DateTimeOffset? MissingSince);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ListSsoDomains, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(ListSsoDomains query, CancellationToken ct)
        {
            var rows = await db.SsoDomains.AsNoTracking().OrderBy(d => d.Name).ToListAsync(ct);
            return [.. rows.Select(d => new Row(d.Id, d.Name, d.RecordName, d.Proof, d.ProvedAt, d.CheckedAt, d.MissingSince))];
        }
    }
}
