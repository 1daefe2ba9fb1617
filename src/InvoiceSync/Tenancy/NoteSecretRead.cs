using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Tenancy;

/// <summary>Tells the audit log that the caller reads the secrets of a holder (con_…, sso_…) in this hour; the second time in it nothing is written.</summary>
[Requires("connections.open")]
public sealed record NoteSecretRead(string Holder, DateTimeOffset Hour) : ICommand<Done>
{
    static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<NoteSecretRead, Done>
    {
        public async Task<Done> Handle(NoteSecretRead note, CancellationToken ct)
        {
            var (holder, reader, hour) = (note.Holder, who.Caller.Actor, note.Hour);
            if (await db.SecretReads.AnyAsync(r => r.Holder == holder && r.Reader == reader && r.Hour == hour, ct)) return default;
            // The rows only keep the log from repeating itself; the log is what lasts.
            var past = hour - Kept;
            await db.SecretReads.Where(r => r.Hour < past).ExecuteDeleteAsync(ct);
            db.Add(new SecretRead { Holder = holder, Reader = reader, Hour = hour });
            db.Note(new("secret.read", holder.Split('_')[0] == "sso" ? "sso_connection" : "connection", holder));
            return default;
        }
    }
}
