using System.Security.Cryptography;
using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>
/// Which test, link or proof a question to a provider was for, told to the browser that carried it; null when it was for none, is
/// not that browser's or is over. Nothing is used up by asking. A protocol's handler sends it, in the company's name.
/// </summary>
[Requires("connections.open")]
public sealed record FindSsoIntent(SsoConnectionId Connection, string Request, string Browser) : IQuery<string?>
{
    public override string ToString() => $"FindSsoIntent {{ Connection = {Connection} }}";

    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<FindSsoIntent, string?>
    {
        public async Task<string?> Handle(FindSsoIntent query, CancellationToken ct)
        {
            var (id, now) = (SsoRequest.Key(query.Connection, query.Request), time.GetUtcNow());
            var asked = await db.SsoRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.EndsAt >= now, ct);
            return asked is not null && CryptographicOperations.FixedTimeEquals(Token.Hash(query.Browser), asked.BrowserHash) ? asked.Intent : null;
        }
    }
}
