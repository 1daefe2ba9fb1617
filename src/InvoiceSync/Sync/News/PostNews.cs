using InvoiceSync.Kernel;
using InvoiceSync.Sync.Model;
using InvoiceSync.Tenancy;
using InvoiceSync.Webhooks;

namespace InvoiceSync.Sync.News;

/// <summary>Tells the company's own system one thing. What is not taken is thrown, so that the queue tries again; after two days it is given up.</summary>
[Requires("bulk.run")]
sealed record PostNews(NewsPostId Post) : IProcess<Done>
{
    internal static readonly TimeSpan Patience = TimeSpan.FromDays(2);

    internal sealed class Handler(IDispatcher dispatcher, IHookLine line, TimeProvider time) : IHandle<PostNews, Done>
    {
        public async Task<Done> Handle(PostNews command, CancellationToken ct)
        {
            if ((await dispatcher.Ask(new ReadNewsPost(command.Post), ct)).OrThrow() is not { } due) return default;
            var kept = await dispatcher.Ask(new OpenConnection(NewsHook.Provider), ct);
            if (!kept.IsOk || NewsHook.Of(kept.OrThrow().Settings).Address is not { } address || kept.OrThrow().Secrets.GetValueOrDefault(NewsHook.Secret) is not { } secret)
                return await Settle(command.Post, NewsPostState.GivenUp, new(null, NewsPost.AddressRemoved));

            var now = time.GetUtcNow();
            var reply = await line.Post(new(address), secret, new(command.Post.ToString(), now, due.Body), ct);
            if (reply.IsTaken) return await Settle(command.Post, NewsPostState.Taken, reply);
            if (now - due.CreatedAt > Patience) return await Settle(command.Post, NewsPostState.GivenUp, reply);
            await Settle(command.Post, NewsPostState.Waiting, reply);
            throw new RuleBrokenException(NewsErrors.NotTaken(reply.Problem ?? $"{reply.Status}"));
        }

        // What happened is noted even while the process is being stopped: the other end has it by now.
        async Task<Done> Settle(NewsPostId post, NewsPostState state, HookReply reply) =>
            (await dispatcher.Send(new SettleNewsPost(post, state, reply.Status, reply.Problem), CancellationToken.None)).OrThrow();
    }
}
