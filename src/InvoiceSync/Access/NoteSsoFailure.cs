using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>
/// Tells the company's administrators why an answer of their provider was not believed. The browser is told only a general
/// sentence. Reason is a short code like "signature.wrong", Detail what a technician needs, without secrets or tokens.
/// </summary>
[Anonymous]
public sealed record NoteSsoFailure(SsoConnectionId Connection, string Reason, string? Detail, string Address, string? Intent = null) : IProcess<Done>
{
    internal sealed class Handler(PlatformScope platform, ScopedDispatch dispatch) : IHandle<NoteSsoFailure, Done>
    {
        public async Task<Done> Handle(NoteSsoFailure command, CancellationToken ct)
        {
            var tenant = await platform.Read("whose connection failed", db => db.SsoConnections.Where(c => c.Id == command.Connection).Select(c => (TenantId?)c.TenantId).SingleOrDefaultAsync(ct), ct);
            if (tenant is not { } owner) return default;
            var reason = command.Reason.Length <= 64 ? command.Reason : command.Reason[..64];
            var system = Caller.System(owner, command.Connection.ToString());
            if (command.Intent is { } token)
            {
                var failed = await dispatch.As(system, d => d.Send(new FailSsoIntent(command.Connection, token, reason, command.Detail), ct));
                if (failed.IsOk) return default;
            }

            return (await dispatch.As(system, d => d.Send(new NoteSsoAttempt(command.Connection, reason, command.Detail, null, null, command.Address), ct))).OrThrow();
        }
    }
}
