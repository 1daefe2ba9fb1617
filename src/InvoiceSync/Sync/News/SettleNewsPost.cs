using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync.News;

/// <summary>Notes what came of one try to tell the company's own system; Waiting is "again later". What its line lost has the owners told.</summary>
[Requires("bulk.run")]
sealed record SettleNewsPost(NewsPostId Post, NewsPostState State, int? Status, string? Problem) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<SettleNewsPost, Done>
    {
        public async Task<Done> Handle(SettleNewsPost command, CancellationToken ct)
        {
            var post = Rule.Found(await db.NewsPosts.SingleOrDefaultAsync(p => p.Id == command.Post, ct), NewsErrors.PostNotFound);
            if (post.State is not NewsPostState.Waiting) return default;
            var now = time.GetUtcNow();
            post.Settle(command.State, command.Status, command.Problem, now);
            if (command is { State: NewsPostState.GivenUp, Problem: not NewsPost.AddressRemoved })
                db.Pending.Add(db.Scope.Tenant!.Value, new TellOfLostNews(post.Id, post.Kind, post.CreatedAt, now, command.Status, command.Problem), post.Id.ToString(), now);
            return default;
        }
    }
}
