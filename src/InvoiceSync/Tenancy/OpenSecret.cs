using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy.Secrets;

namespace InvoiceSync.Tenancy;

/// <summary>A secret that SealSecret sealed, for our own work alone: no role holds this permission. Purpose begins with the holder, like sso_…:client_secret; the audit log hears of the reading first.</summary>
[Requires("connections.open")]
public sealed record OpenSecret(string Purpose, string Sealed) : IQuery<string>
{
    public override string ToString() => $"OpenSecret {{ Purpose = {Purpose} }}";

    internal sealed class Handler(SecretVault vault, SecretReads reads, CallerHolder who) : IHandle<OpenSecret, string>
    {
        public async Task<string> Handle(OpenSecret query, CancellationToken ct)
        {
            await reads.Note(who.Caller.Tenant, query.Purpose.Split(':')[0], who.Caller.Actor, ct);
            return await vault.Open(query.Purpose, query.Sealed, ct);
        }
    }
}
