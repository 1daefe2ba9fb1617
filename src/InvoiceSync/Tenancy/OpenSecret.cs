using InvoiceSync.Kernel;
using InvoiceSync.Tenancy.Secrets;

namespace InvoiceSync.Tenancy;

/// <summary>A secret that SealSecret sealed, for our own work alone: no role holds this permission.</summary>
[Requires("connections.open")]
public sealed record OpenSecret(string Purpose, string Sealed) : IQuery<string>
{
    internal sealed class Handler(SecretVault vault) : IHandle<OpenSecret, string>
    {
        public Task<string> Handle(OpenSecret query, CancellationToken ct) => vault.Open(query.Purpose, query.Sealed, ct);
    }
}
