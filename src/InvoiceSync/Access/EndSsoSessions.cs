using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>
/// Ends sessions a connection opened, on every open screen: of one session at the provider, of one subject, or all of them.
/// The answer is how many. For log-out that comes from the provider, after its handler has proved where it comes from.
/// </summary>
[Anonymous]
public sealed record EndSsoSessions(SsoConnectionId Connection, string? Subject = null, string? SessionIndex = null) : ICommand<int>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<EndSsoSessions, int>
    {
        public async Task<int> Handle(EndSsoSessions command, CancellationToken ct)
        {
            var now = time.GetUtcNow();
            var open = await db.Sessions.Where(s => s.SsoConnection == command.Connection && s.EndedAt == null && s.EndsAt > now).ToListAsync(ct);
            // Compared here, because a database may fold case and a provider does not.
            var meant = open.Where(s => (command.Subject ?? s.SsoSubject) == s.SsoSubject && (command.SessionIndex ?? s.SsoSessionIndex) == s.SsoSessionIndex).ToList();
            foreach (var session in meant) session.EndedAt = now;
            return meant.Count;
        }
    }
}
