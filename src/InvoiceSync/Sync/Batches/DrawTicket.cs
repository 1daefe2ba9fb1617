using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Model;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync.Batches;

/// <summary>Draws the next fetch ticket of a sale, before the fetch.</summary>
[Requires("fiscal.file")]
sealed record DrawTicket(ConnectionId Connection, SourceKey Key) : ICommand<long>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<DrawTicket, long>
    {
        public async Task<long> Handle(DrawTicket command, CancellationToken ct)
        {
            var (connection, kind, id) = (command.Connection, command.Key.Kind, command.Key.Id);
            var mine = db.ReadTickets.Where(t => t.ConnectionId == connection && t.Kind == kind && t.SourceId == id);
            if (await mine.ExecuteUpdateAsync(t => t.SetProperty(x => x.Drawn, x => x.Drawn + 1), ct) > 0) return await mine.Select(t => t.Drawn).SingleAsync(ct);
            db.Add(new ReadTicket { ConnectionId = connection, Kind = kind, SourceId = id, Drawn = 1 });
            return 1;
        }
    }
}
