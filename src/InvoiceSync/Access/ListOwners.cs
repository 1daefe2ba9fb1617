using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Access;

/// <summary>The owners of the company who are not suspended, by name: those who are told when what they set up stopped working.</summary>
[Requires("connections.open")]
public sealed record ListOwners : IQuery<IReadOnlyList<ListFilers.Row>>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<ListOwners, IReadOnlyList<ListFilers.Row>>
    {
        public Task<IReadOnlyList<ListFilers.Row>> Handle(ListOwners query, CancellationToken ct) => People.Owners(db, who.Caller.Tenant, ct);
    }
}
