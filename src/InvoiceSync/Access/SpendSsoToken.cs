using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>
/// Uses up something a provider may say once, on all nodes; the second time is refused as duplicated. A handler of a protocol
/// sends it in the company's name. Until is when its age alone would have it refused.
/// </summary>
[Requires("connections.open")]
public sealed record SpendSsoToken(SsoConnectionId Connection, string Key, DateTimeOffset Until) : ICommand<Done>
{
    public override string ToString() => $"SpendSsoToken {{ Connection = {Connection} }}";

    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<SpendSsoToken, Done>
    {
        public async Task<Done> Handle(SpendSsoToken command, CancellationToken ct)
        {
            var now = time.GetUtcNow();
            await db.SsoSpentTokens.Where(t => t.Until < now).ExecuteDeleteAsync(ct);
            db.Add(SsoSpentToken.Of(command.Connection, command.Key, command.Until));
            return default;
        }
    }
}
