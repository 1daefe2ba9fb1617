using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Each night: sessions that ended a month ago, tokens that can tell of no living session any more, slips that are over, browsers not seen for a year.</summary>
[Requires("people.keep")]
public sealed record ForgetOldSessions : ICommand<Done>
{
    static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    static readonly TimeSpan Known = TimeSpan.FromDays(365);

    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<ForgetOldSessions, Done>
    {
        public async Task<Done> Handle(ForgetOldSessions command, CancellationToken ct)
        {
            var now = time.GetUtcNow();
            var (old, unseen, yesterday) = (now - Kept, now - Known, now - TimeSpan.FromDays(1));
            var living = db.Sessions.Where(s => s.EndedAt == null && s.EndsAt > now);
            await db.SpentTokens.Where(t => !living.Any(s => s.Id == t.Session)).ExecuteDeleteAsync(ct);
            await db.Sessions.Where(s => s.EndsAt < old || s.EndedAt < old).ExecuteDeleteAsync(ct);
            await db.Slips.Where(s => s.EndsAt < yesterday).ExecuteDeleteAsync(ct);
            await db.KnownDevices.Where(d => d.SeenAt < unseen).ExecuteDeleteAsync(ct);
            return default;
        }
    }
}
