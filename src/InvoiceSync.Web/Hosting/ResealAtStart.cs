using InvoiceSync.Access;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Kernel.Work;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Web.Hosting;

/// <summary>Started with an older master key beside the present one, everything the older one sealed is sealed again: the framework's keys at once, each company's in the queue.</summary>
sealed class ResealAtStart(MasterKey master, ProtectionKeys keys, ScopedDispatch dispatch, Enqueuer queue, ILogger<ResealAtStart> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!master.HasOlder) return;
        await keys.Rewrite(xml => SealedXml.Again(master, xml), cancellationToken);
        var tenants = (await dispatch.As(Caller.Nobody, d => d.Ask(new FindTenants(), cancellationToken))).OrThrow();
        // The installation's own audit chain has people as well.
        foreach (var tenant in tenants.Select(t => t.Id).Append(TenantId.Platform)) await queue.Add(tenant, typeof(ResealSecrets), "reseal", cancellationToken);
        log.LogInformation("The secrets of {Count} companies are sealed again for {Key}", tenants.Count, master);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
