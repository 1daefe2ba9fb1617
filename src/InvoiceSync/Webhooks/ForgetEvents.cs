using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Webhooks.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Webhooks;

/// <summary>Each night: rows of the feed older than 30 days and two more. The last of each object stays: the next one counts on from it.</summary>
[Requires("people.keep")]
public sealed record ForgetEvents : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<ForgetEvents, Done>
    {
        // Past the reach of NumberEvents, or what was forgotten would be numbered anew.
        static readonly TimeSpan Spare = TimeSpan.FromDays(2);

        public async Task<Done> Handle(ForgetEvents command, CancellationToken ct)
        {
            var old = time.GetUtcNow() - NumberEvents.Kept - Spare;
            var feed = db.Feed;
            await feed.Where(r => r.At < old && feed.Any(n => n.ObjectId == r.ObjectId && n.Sequence > r.Sequence)).ExecuteDeleteAsync(ct);
            return default;
        }
    }
}
