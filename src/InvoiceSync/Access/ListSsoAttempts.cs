using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>The last twenty comings-back through a connection, newest first, with the exact reason; of tests also the claims that came.</summary>
[Requires("settings.manage")]
public sealed record ListSsoAttempts(SsoConnectionId Connection) : IQuery<IReadOnlyList<ListSsoAttempts.Row>>
{
    const int Shown = 20;

    /// <summary>Outcome is begun, passed, or the code of the refusal.</summary>
    public sealed record Row(DateTimeOffset At, string Outcome, string? Detail, string? Subject, string? Email, string? Address, bool IsTest, IReadOnlyDictionary<string, IReadOnlyList<string>> Claims);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ListSsoAttempts, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(ListSsoAttempts query, CancellationToken ct)
        {
            var rows = await db.SsoAttempts.AsNoTracking().Where(a => a.ConnectionId == query.Connection).OrderByDescending(a => a.At).Take(Shown).ToListAsync(ct);
            return [.. rows.Select(a => new Row(a.At, a.Outcome, a.Detail, a.Subject, a.Email, a.Address, a.Intent is SsoIntent.Test or SsoIntent.Link, a.Claims))];
        }
    }
}
