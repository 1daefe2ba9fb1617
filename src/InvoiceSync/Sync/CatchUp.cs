using System.Text;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Steps;
using InvoiceSync.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Sync;

/// <summary>
/// Reads the source's own list of events after the last one we know, and stores them as if delivered: what a lost webhook
/// would have told is not lost. Without a cursor, or with one too old, it begins with the newest event.
/// </summary>
[Requires("fiscal.file")]
public sealed record CatchUp : IProcess<Done>
{
    internal sealed class Handler(
        IDispatcher dispatcher,
        ScopedDispatch system,
        SourceDoor door,
        IInboxStore inbox,
        [FromKeyedServices(SourceDoor.Stripe)] IInboundHook hook,
        CallerHolder who,
        TimeProvider time) : IHandle<CatchUp, Done>
    {
        static readonly TimeSpan Late = TimeSpan.FromMinutes(10);

        public async Task<Done> Handle(CatchUp command, CancellationToken ct)
        {
            var connected = (await dispatcher.Ask(new GetConnections(), ct)).OrThrow().Any(c => c.Provider == SourceDoor.Stripe && c.SecretsKept.Contains("api_key"));
            if (!connected) return default;

            var me = Caller.System(who.Caller.Tenant, "catch-up");
            var opened = (await system.As(me, d => d.Ask(new OpenConnection(SourceDoor.Stripe), ct))).OrThrow();
            var owner = new FindHook.Owner(opened.Tenant, opened.Id, opened.Live, opened.AccountId, []);
            var cursor = opened.EventsCursor;
            // An event can become visible after a later one: the last minutes are always read once more.
            await Walk(owner, null, time.GetUtcNow() - Late, ct);
            var newest = cursor is null ? await Newest(ct) : await Walk(owner, cursor, null, ct);
            if (newest is not null && newest != cursor)
                (await system.As(me, d => d.Send(new NoteConnection(SourceDoor.Stripe, EventsCursor: newest), ct))).OrThrow();
            return default;
        }

        async Task<string?> Walk(FindHook.Owner owner, string? cursor, DateTimeOffset? from, CancellationToken ct)
        {
            var (source, account) = await door.Open(who.Caller, ct);
            while (true)
            {
                var answer = await source.Events(account, cursor, from, ct);
                if (answer is SourceAnswer<EventPage>.Gone) return await Newest(ct);
                if (answer is not SourceAnswer<EventPage>.Found(var page)) throw await door.Refusal(who.Caller, answer, ct);

                var now = time.GetUtcNow();
                var entries = page.Events.Select(e => TakeNotice.Of(owner, e.Envelope, hook.Explain(e.Envelope), "poll", Encoding.UTF8.GetBytes(e.Json), now)).ToList();
                if (entries.Count > 0)
                {
                    await inbox.Store(entries, ct);
                    cursor = page.Events[^1].Envelope.EventId;
                }

                if (!page.HasMore || entries.Count == 0) return cursor;
            }
        }

        async Task<string?> Newest(CancellationToken ct)
        {
            var (source, account) = await door.Open(who.Caller, ct);
            return await source.Events(account, null, null, ct) is SourceAnswer<EventPage>.Found({ Events: [.., var last] }) ? last.Envelope.EventId : null;
        }
    }
}
