using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Messaging.Model;

/// <summary>Kept and waiting mails after an exchange of the master key. One that is sent meanwhile loses nothing: only its seal is written.</summary>
sealed class MailRewrap(InvoiceSyncDb db, MasterKey master) : IUnderMasterKey
{
    public async Task<int> Rewrap(int most, CancellationToken ct)
    {
        var present = $"{master.Id}.";
        var waiting = await db.Mails.AsNoTracking().Where(m => m.Sealed != "" && !m.Sealed.StartsWith(present)).OrderBy(m => m.Id).Take(most).Select(m => new { m.Id, m.Sealed }).ToListAsync(ct);
        foreach (var mail in waiting)
        {
            var again = master.Seal(Mail.Purpose(mail.Id), master.Open(Mail.Purpose(mail.Id), mail.Sealed));
            await db.Mails.Where(m => m.Id == mail.Id && m.Sealed == mail.Sealed).ExecuteUpdateAsync(m => m.SetProperty(x => x.Sealed, again), ct);
        }

        return waiting.Count;
    }
}
