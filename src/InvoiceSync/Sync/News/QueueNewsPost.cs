using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Model;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync.News;

/// <summary>Leaves news for the company's own system to the work queue, if it wants them. The same news are one message.</summary>
[Requires("bulk.run")]
sealed record QueueNewsPost(NewsKind Kind, string About, string Body) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, TimeProvider time) : IHandle<QueueNewsPost, Done>
    {
        public async Task<Done> Handle(QueueNewsPost command, CancellationToken ct)
        {
            var kept = (await dispatcher.Ask(new GetConnections(), ct)).OrThrow().SingleOrDefault(c => c.Provider == NewsHook.Provider);
            if (NewsHook.Of(kept?.Settings) is not { Address: not null } hook || !hook.Choice.Wants(command.Kind)) return default;
            var key = $"{command.Kind}:{command.About}";
            if (await db.NewsPosts.AnyAsync(p => p.Key == key, ct)) return default;
            var now = time.GetUtcNow();
            var post = new NewsPost
            {
                Id = time.New<NewsPostId>(),
                Key = key,
                Kind = command.Kind,
                Body = command.Body,
                CreatedAt = now,
            };
            db.Add(post);
            db.Pending.Add(db.Scope.Tenant!.Value, new PostNews(post.Id), post.Id.ToString(), now);
            return default;
        }
    }
}
