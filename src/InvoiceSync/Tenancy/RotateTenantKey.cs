using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy.Secrets;

namespace InvoiceSync.Tenancy;

/// <summary>Gives the company a new data key. New secrets are sealed with it at once, the kept ones in the background; the older keys go on opening.</summary>
[Requires("settings.manage")]
[StepUp]
public sealed record RotateTenantKey : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, SecretVault vault, CallerHolder who, TimeProvider time) : IHandle<RotateTenantKey, Done>
    {
        public Task<Done> Handle(RotateTenantKey command, CancellationToken ct)
        {
            var tenant = who.Caller.Tenant;
            db.Note(new("data_key.rotated", "data_key", vault.Renew().ToString("N")[^8..]));
            db.Pending.Add(tenant, new ResealSecrets(), "reseal", time.GetUtcNow());
            return Task.FromResult<Done>(default);
        }
    }
}
