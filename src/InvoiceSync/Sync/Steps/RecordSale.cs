using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Model;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync.Steps;

/// <summary>
/// Records what a fetch answered, a null sale meaning it is gone: mirror, sale row and the notices it answers, in one commit.
/// A stale answer, whose ticket a newer one has overtaken, changes nothing. Instructions join the same commit, so no
/// invoice is made without them.
/// </summary>
[Requires("fiscal.file")]
sealed record RecordSale(ConnectionId Connection, SourceKey Key, long Ticket, SourceSale? Source, DateTimeOffset AskedAt, SaleInstructions? Instructions = null) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<RecordSale, Done>
    {
        public async Task<Done> Handle(RecordSale command, CancellationToken ct)
        {
            var (connection, kind, id) = (command.Connection, command.Key.Kind, command.Key.Id);
            // The row lock this takes makes concurrent recorders of one sale wait for each other.
            var newest = await db.ReadTickets
                .Where(t => t.ConnectionId == connection && t.Kind == kind && t.SourceId == id && t.Recorded < command.Ticket)
                .ExecuteUpdateAsync(t => t.SetProperty(x => x.Recorded, command.Ticket), ct);
            if (newest == 0) return default;

            var sale = await db.Sales.SingleOrDefaultAsync(s => s.ConnectionId == connection && s.Kind == kind && s.SourceId == id, ct);
            if (command.Source is { } source) await Mirror(sale, source, command, ct);
            else sale?.Gone(time.GetUtcNow());

            await db.Inbox
                .Where(e => e.ConnectionId == connection && e.SaleSourceId == id && e.SaleKind == kind && e.State == InboxState.New && e.ReceivedAt <= command.AskedAt)
                .ExecuteUpdateAsync(e => e.SetProperty(x => x.State, InboxState.Done), ct);
            return default;
        }

        async Task Mirror(Sale? sale, SourceSale source, RecordSale command, CancellationToken ct)
        {
            // A payment of an invoice is no sale of its own: the invoice is.
            if (sale is null && source.BelongsTo is not null) return;
            if (sale is null) db.Add(sale = new Sale(time.New<SaleId>(), command.Connection, source, who.Caller.IsSystem ? null : who.Caller.Actor));
            var mirror = await db.SaleMirrors.SingleOrDefaultAsync(m => m.Id == sale.Id, ct);
            if (mirror is null) db.Add(new SaleMirror { Id = sale.Id, Source = source });
            else mirror.Source = source;
            sale.Read(source, time.GetUtcNow());
            if (command.Instructions is { } instructions && sale.InvoiceId is null) await Corrections.Follow(db, sale, instructions, ct);
        }
    }
}
