using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Model;
using InvoiceSync.Tenancy;
using InvoiceSync.Webhooks;

namespace InvoiceSync.Sync;

/// <summary>Sends the company's own system one message made for it, and tells at once what came of it.</summary>
[Requires("integration.manage")]
public sealed record TestNewsHook : IProcess<HookReply>
{
    internal sealed class Handler(ScopedDispatch system, IDispatcher dispatcher, IHookLine line, CallerHolder who, TimeProvider time) : IHandle<TestNewsHook, HookReply>
    {
        public async Task<HookReply> Handle(TestNewsHook command, CancellationToken ct)
        {
            var machine = Caller.System(who.Caller.Tenant, "news");
            var kept = await system.As(machine, d => d.Ask(new OpenConnection(NewsHook.Provider), ct));
            Rule.Require(kept.IsOk && NewsHook.Of(kept.OrThrow().Settings).Address is not null, NewsErrors.HookMissing);
            var (hook, secret) = (NewsHook.Of(kept.OrThrow().Settings), kept.OrThrow().Secrets[NewsHook.Secret]);
            var (now, tenant) = (time.GetUtcNow(), (await dispatcher.Ask(new GetTenant(), ct)).OrThrow());
            var reply = await line.Post(new(hook.Address!), secret, new(time.New<NewsPostId>().ToString(), now, NewsBody.Test(tenant.Slug, now)), ct);
            (await system.As(machine, d => d.Send(new NoteConnection(NewsHook.Provider, TestPassed: reply.IsTaken), ct))).OrThrow();
            return reply;
        }
    }
}
