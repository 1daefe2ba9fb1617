using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Whether the caller's company lets pages of this origin read what the API answers.</summary>
[Requires("self")]
public sealed record MayCallFrom(string Origin) : IQuery<bool>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<MayCallFrom, bool>
    {
        public Task<bool> Handle(MayCallFrom query, CancellationToken ct) => db.WebOrigins.AnyAsync(o => o.Origin == query.Origin, ct);
    }
}
