using InvoiceSync.Kernel;
using InvoiceSync.Sync.Model;
using InvoiceSync.Tenancy;
using InvoiceSync.Webhooks;

namespace InvoiceSync.Sync;

/// <summary>Has a system of the company's own told of runs, batches and days. The secret of the signatures is answered once, when it is made anew.</summary>
[Requires("integration.manage")]
[StepUp]
public sealed record SaveNewsHook(string Address, NewsChoice Choice, bool NewSecret = false) : IProcess<SaveNewsHook.Shown>
{
    public const int LongestAddress = 400;

    public sealed record Shown(string? Secret)
    {
        public override string ToString() => "news hook";
    }

    internal sealed class Handler(IDispatcher dispatcher, IHookLine line) : IHandle<SaveNewsHook, Shown>
    {
        public async Task<Shown> Handle(SaveNewsHook command, CancellationToken ct)
        {
            Rule.Require(Uri.TryCreate(command.Address.Trim(), UriKind.Absolute, out var address) && address.AbsoluteUri.Length <= LongestAddress && line.MayCall(address), NewsErrors.AddressRefused);
            var kept = (await dispatcher.Ask(new GetConnections(), ct)).OrThrow().SingleOrDefault(c => c.Provider == NewsHook.Provider);
            var secret = command.NewSecret || kept?.SecretsKept.Contains(NewsHook.Secret) != true ? HookSecret.New() : null;
            var secrets = secret is null ? null : new Dictionary<string, string> { [NewsHook.Secret] = secret };
            (await dispatcher.Send(new SaveConnection(NewsHook.Provider, Live: true, new NewsHook(address.AbsoluteUri, command.Choice).ToKeep(), secrets), ct)).OrThrow();
            return new(secret);
        }
    }
}
