using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Access;

/// <summary>The people of the company who may file with the authority, by name: those who can be told of a deadline.</summary>
[Requires("fiscal.file")]
public sealed record ListFilers : IQuery<IReadOnlyList<ListFilers.Row>>
{
    public sealed record Row(UserId Id, string Name, string Email);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<ListFilers, IReadOnlyList<Row>>
    {
        public Task<IReadOnlyList<Row>> Handle(ListFilers query, CancellationToken ct) => People.Holding(db, who.Caller.Tenant, "fiscal.file", ct);
    }
}
