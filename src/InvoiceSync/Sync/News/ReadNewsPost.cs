using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync.News;

/// <summary>A message that waits to be told; null when nothing is to be done any more.</summary>
[Requires("bulk.run")]
sealed record ReadNewsPost(NewsPostId Post) : IQuery<ReadNewsPost.Due?>
{
    internal sealed record Due(string Body, DateTimeOffset CreatedAt);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ReadNewsPost, Due?>
    {
        public Task<Due?> Handle(ReadNewsPost query, CancellationToken ct) =>
            db.NewsPosts.Where(p => p.Id == query.Post && p.State == NewsPostState.Waiting).Select(p => new Due(p.Body, p.CreatedAt)).SingleOrDefaultAsync(ct);
    }
}
