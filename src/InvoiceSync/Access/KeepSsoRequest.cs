using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>
/// Remembers for ten minutes what a browser was sent to a provider for. Browser is the secret in its cookie; we keep its
/// hash. A protocol's handler sends it, in the company's name.
/// </summary>
[Requires("connections.open")]
public sealed record KeepSsoRequest(SsoConnectionId Connection, string Request, string Browser, string? ReturnPath = null, string? Intent = null) : ICommand<Done>
{
    public override string ToString() => $"KeepSsoRequest {{ Connection = {Connection} }}";

    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<KeepSsoRequest, Done>
    {
        public async Task<Done> Handle(KeepSsoRequest command, CancellationToken ct)
        {
            var now = time.GetUtcNow();
            await db.SsoRequests.Where(r => r.EndsAt < now).ExecuteDeleteAsync(ct);
            Rule.Require(command.Intent is null or { Length: <= 128 }, SsoErrors.IntentExpired);
            db.Add(new SsoRequest
            {
                Id = SsoRequest.Key(command.Connection, command.Request),
                BrowserHash = Token.Hash(command.Browser),
                ReturnPath = command.ReturnPath is { Length: <= 2048 } path ? path : null,
                Intent = command.Intent,
                EndsAt = now + SsoRequest.Lasts,
            });
            return default;
        }
    }
}
