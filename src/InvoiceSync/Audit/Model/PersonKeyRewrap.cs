using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit.Model;

/// <summary>People's keys after an exchange of the master key: wrapped anew, themselves unchanged, so that the chain stays as it is.</summary>
sealed class PersonKeyRewrap(InvoiceSyncDb db, MasterKey master) : IUnderMasterKey
{
    public async Task<int> Rewrap(int most, CancellationToken ct)
    {
        var present = $"{master.Id}.";
        var waiting = await db.PersonKeys.Where(k => k.Wrapped != null && !k.Wrapped.StartsWith(present)).OrderBy(k => k.Subject).Take(most).ToListAsync(ct);
        foreach (var key in waiting)
        {
            var purpose = PersonKeyStore.Purpose(key.TenantId, key.Subject);
            key.Wrapped = master.Seal(purpose, master.Open(purpose, key.Wrapped!));
        }

        return waiting.Count;
    }
}
