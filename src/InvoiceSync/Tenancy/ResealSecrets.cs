using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy.Model;
using InvoiceSync.Tenancy.Secrets;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Tenancy;

/// <summary>Wraps the company's data keys with the present master key and seals its secrets with the newest data key, a few at a time until none is left.</summary>
[Requires("connections.open")]
public sealed record ResealSecrets : ICommand<Done>
{
    const int AtOnce = 50;

    internal sealed class Handler(
        InvoiceSyncDb db, SecretVault vault, IEnumerable<IKeepSecrets> keepers, IEnumerable<IUnderMasterKey> wrapped, CallerHolder who, TimeProvider time) : IHandle<ResealSecrets, Done>
    {
        public async Task<Done> Handle(ResealSecrets command, CancellationToken ct)
        {
            await vault.Rewrap(ct);
            var more = false;
            foreach (var module in wrapped) more |= await module.Rewrap(AtOnce, ct) == AtOnce;
            if (await Reseal(ct) || more) db.Pending.Add(who.Caller.Tenant, command, "reseal", time.GetUtcNow());
            return default;
        }

        async Task<bool> Reseal(CancellationToken ct)
        {
            var newest = await db.VaultKeys.OrderByDescending(k => k.CreatedAt).Select(k => (Guid?)k.Id).FirstOrDefaultAsync(ct);
            if (newest is null) return false;

            var waiting = new List<KeptSecret>();
            foreach (var keeper in keepers) waiting.AddRange((await keeper.All(ct)).Where(s => SecretVault.KeyOf(s.Sealed) != newest));
            foreach (var secret in waiting.Take(AtOnce))
                secret.Replace(await vault.Seal(secret.Purpose, await vault.Open(secret.Purpose, secret.Sealed, ct), ct));
            return waiting.Count > AtOnce;
        }
    }
}
