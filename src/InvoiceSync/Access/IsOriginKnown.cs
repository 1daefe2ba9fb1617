using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Whether any company lets pages of this origin call: what a browser asks before it sends a key, so before any tenant is known.</summary>
[Anonymous]
public sealed record IsOriginKnown(string Origin) : IProcess<IsOriginKnown.Answer>
{
    public sealed record Answer(bool IsKnown);

    internal sealed class Handler(PlatformScope platform) : IHandle<IsOriginKnown, Answer>
    {
        public async Task<Answer> Handle(IsOriginKnown query, CancellationToken ct) =>
            new(await platform.Read("whose web pages", db => db.WebOrigins.AnyAsync(o => o.Origin == query.Origin, ct), ct));
    }
}
