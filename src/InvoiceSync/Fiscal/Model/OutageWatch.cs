using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal.Model;

/// <summary>Turns a row of failed calls into an outage, and the first good one into its end. It begins with the first failure, not when we were sure.</summary>
sealed class OutageWatch(InvoiceSyncDb db, TimeProvider time)
{
    /// <summary>Half an hour in which every call failed is no cut line any more.</summary>
    static readonly TimeSpan Sure = TimeSpan.FromMinutes(30);

    public async Task Failed(ProviderHealth health, CancellationToken ct)
    {
        if (health.Failures < ProviderHealth.Patience || health.FailingSince is not { } since || time.GetUtcNow() - since < Sure) return;
        if (!await Open(health.Id).AnyAsync(o => o.IsTest == health.IsTest, ct)) db.Add(OutagePeriod.Observed(time.New<OutageId>(), health.Id, since, health.IsTest));
    }

    /// <summary>Nobody asks the test system any more once the real one is used, so an answer of the real one ends both.</summary>
    public async Task Answered(string provider, bool isTest, CancellationToken ct)
    {
        foreach (var outage in await Open(provider).Where(o => !isTest || o.IsTest).ToListAsync(ct)) outage.End(time.GetUtcNow());
    }

    IQueryable<OutagePeriod> Open(string provider) => db.Outages.Where(o => o.Provider == provider && o.IsObserved && o.Until == null);
}
