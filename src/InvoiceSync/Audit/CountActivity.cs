using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>How many entries of the log fit a filter, counted no further than to one more than Most.</summary>
[Requires("audit.read")]
public sealed record CountActivity(ListActivity Filter, int Most) : IQuery<int>
{
    internal sealed class Handler(InvoiceSyncDb db, EntryReader reader) : IHandle<CountActivity, int>
    {
        public async Task<int> Handle(CountActivity query, CancellationToken ct)
        {
            var marks = query.Filter.Address is { } address ? await reader.Marks(db, address.Trim(), ct) : null;
            return await new EntryFilter(query.Filter, marks).All(db.AuditEntries.AsNoTracking()).Take(query.Most + 1).CountAsync(ct);
        }
    }
}
