using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>
/// Remembers where a provider has its token endpoint and its keys, and tells the administrators when they have moved since. A
/// handler of a protocol sends it in the company's name.
/// </summary>
[Requires("connections.open")]
public sealed record PinSsoProvider(SsoConnectionId Connection, string TokenEndpoint, string KeysEndpoint) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<PinSsoProvider, Done>
    {
        public async Task<Done> Handle(PinSsoProvider command, CancellationToken ct)
        {
            var now = time.GetUtcNow();
            var pin = await db.SsoProviderPins.SingleOrDefaultAsync(p => p.Id == command.Connection, ct);
            if (pin is null)
            {
                db.Add(new SsoProviderPin { Id = command.Connection, TokenEndpoint = command.TokenEndpoint, KeysEndpoint = command.KeysEndpoint, At = now });
                return default;
            }

            if (pin.TokenEndpoint == command.TokenEndpoint && pin.KeysEndpoint == command.KeysEndpoint) return default;
            db.Add(Moved(command.Connection, $"{pin.TokenEndpoint} → {command.TokenEndpoint}; {pin.KeysEndpoint} → {command.KeysEndpoint}", now));
            (pin.TokenEndpoint, pin.KeysEndpoint, pin.At) = (command.TokenEndpoint, command.KeysEndpoint, now);
            return default;
        }

        static SsoAttempt Moved(SsoConnectionId connection, string detail, DateTimeOffset now) => new()
        {
            Id = Guid.CreateVersion7(now),
            ConnectionId = connection,
            At = now,
            Outcome = "provider.endpoints_moved",
            Detail = SsoAttempt.Cut(detail, 500),
        };
    }
}
