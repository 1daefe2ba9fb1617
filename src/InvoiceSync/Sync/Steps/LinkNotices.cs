using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync.Steps;

/// <summary>Links the notices about an object to the sale they are about, and queues its reading; null when they are about none.</summary>
[Requires("fiscal.file")]
sealed record LinkNotices(string ObjectId, SourceKey? Sale) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<LinkNotices, Done>
    {
        public async Task<Done> Handle(LinkNotices command, CancellationToken ct)
        {
            var waiting = db.Inbox.Where(e => e.ObjectId == command.ObjectId && e.State == InboxState.New && e.SaleSourceId == null);
            if (command.Sale is not { } sale)
            {
                await waiting.ExecuteUpdateAsync(e => e.SetProperty(x => x.State, InboxState.Ignored).SetProperty(x => x.Why, "It belongs to no sale."), ct);
                return default;
            }

            SaleKind? kind = sale.Kind;
            await waiting.ExecuteUpdateAsync(e => e.SetProperty(x => x.SaleKind, kind).SetProperty(x => x.SaleSourceId, sale.Id), ct);
            db.Pending.Add(db.Scope.Tenant!.Value, new ReadSale(sale.Kind, sale.Id), ReadSale.WorkKey(sale), time.GetUtcNow());
            return default;
        }
    }
}
