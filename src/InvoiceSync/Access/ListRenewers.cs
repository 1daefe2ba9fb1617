using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Access;

/// <summary>The people of the company who may connect it to providers, by name: those who can renew an authorisation.</summary>
[Requires("connections.open")]
public sealed record ListRenewers : IQuery<IReadOnlyList<ListFilers.Row>>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<ListRenewers, IReadOnlyList<ListFilers.Row>>
    {
        public Task<IReadOnlyList<ListFilers.Row>> Handle(ListRenewers query, CancellationToken ct) => People.Holding(db, who.Caller.Tenant, "integration.manage", ct);
    }
}
