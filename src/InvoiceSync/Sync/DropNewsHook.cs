using InvoiceSync.Kernel;
using InvoiceSync.Sync.Model;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Sync;

/// <summary>Tells the company's own system nothing any more and forgets its address and secret. What waits is given up.</summary>
[Requires("integration.manage")]
[StepUp]
public sealed record DropNewsHook : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher) : IHandle<DropNewsHook, Done>
    {
        public async Task<Done> Handle(DropNewsHook command, CancellationToken ct)
        {
            var forgotten = new Dictionary<string, string> { [NewsHook.Secret] = "" };
            (await dispatcher.Send(new SaveConnection(NewsHook.Provider, Live: true, new NewsHook(null, NewsChoice.Nothing).ToKeep(), forgotten), ct)).OrThrow();
            return default;
        }
    }
}
