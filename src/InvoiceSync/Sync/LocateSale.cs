using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Steps;

namespace InvoiceSync.Sync;

/// <summary>Finds the sale behind an object a notice named (a payment, say) and has it read.</summary>
[Requires("fiscal.file")]
public sealed record LocateSale(string ObjectType, string ObjectId) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher, SourceDoor door, CallerHolder who) : IHandle<LocateSale, Done>
    {
        public async Task<Done> Handle(LocateSale command, CancellationToken ct)
        {
            var (source, account) = await door.Open(who.Caller, ct);
            var answer = await source.Locate(account, command.ObjectType, command.ObjectId, ct);
            var link = answer switch
            {
                SourceAnswer<SourceKey>.Found(var key) => new LinkNotices(command.ObjectId, key),
                SourceAnswer<SourceKey>.Gone => new LinkNotices(command.ObjectId, null),
                _ => throw await door.Refusal(who.Caller, answer, ct),
            };
            (await dispatcher.Send(link, ct)).OrThrow();
            return default;
        }
    }
}
