using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access.Model;

/// <summary>
/// Secrets of authenticator apps after an exchange of the master key. People belong to no company, so they come with the
/// installation's own part. An app set up anew meanwhile keeps its new secret.
/// </summary>
sealed class SecondFactorRewrap(InvoiceSyncDb db, MasterKey master) : IUnderMasterKey
{
    public async Task<int> Rewrap(int most, CancellationToken ct)
    {
        if (db.Scope.Tenant != TenantId.Platform) return 0;
        var present = $"{master.Id}.";
        var waiting = await db.SecondFactors.AsNoTracking().Where(f => !f.Secret.StartsWith(present)).OrderBy(f => f.UserId).Take(most).Select(f => new { f.UserId, f.Secret }).ToListAsync(ct);
        foreach (var factor in waiting)
        {
            var again = master.Seal(AppCodes.Purpose(factor.UserId), master.Open(AppCodes.Purpose(factor.UserId), factor.Secret));
            await db.SecondFactors.Where(f => f.UserId == factor.UserId && f.Secret == factor.Secret).ExecuteUpdateAsync(f => f.SetProperty(x => x.Secret, again), ct);
        }

        return waiting.Count;
    }
}
