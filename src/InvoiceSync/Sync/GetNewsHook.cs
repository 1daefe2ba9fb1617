using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Model;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync;

/// <summary>Where the company's own system is told what, without the secret, and what came of the last ten messages, newest first.</summary>
[Requires("integration.manage")]
public sealed record GetNewsHook : IQuery<GetNewsHook.View>
{
    /// <summary>Without an Address nothing is told.</summary>
    public sealed record View(string? Address, NewsChoice Choice, IReadOnlyList<Row> Posts);

    /// <summary>Status is what the other end answered; Problem is one word why it did not.</summary>
    public sealed record Row(NewsPostId Id, NewsKind Kind, DateTimeOffset CreatedAt, NewsPostState State, int Tries, DateTimeOffset? TriedAt, int? Status, string? Problem);

    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher) : IHandle<GetNewsHook, View>
    {
        const int Shown = 10;

        public async Task<View> Handle(GetNewsHook query, CancellationToken ct)
        {
            var kept = (await dispatcher.Ask(new GetConnections(), ct)).OrThrow().SingleOrDefault(c => c.Provider == NewsHook.Provider);
            var hook = NewsHook.Of(kept?.Settings);
            var posts = await db.NewsPosts.AsNoTracking().OrderByDescending(p => p.CreatedAt).ThenByDescending(p => p.Id).Take(Shown)
                .Select(p => new Row(p.Id, p.Kind, p.CreatedAt, p.State, p.Tries, p.TriedAt, p.Status, p.Problem)).ToListAsync(ct);
            return new(hook.Address, hook.Choice, posts);
        }
    }
}
