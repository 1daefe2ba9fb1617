using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Notes that a device is in use, to the minute. Not an act of a person, so it leaves no audit row.</summary>
[Anonymous]
public sealed record TouchSession(string Token) : ICommand<Done>
{
    public override string ToString() => nameof(TouchSession);

    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<TouchSession, Done>
    {
        public async Task<Done> Handle(TouchSession command, CancellationToken ct)
        {
            var hash = Model.Token.Hash(command.Token);
            var now = time.GetUtcNow();
            await db.Sessions.Where(s => s.TokenHash == hash && s.EndedAt == null && s.SeenAt < now).ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenAt, now), ct);
            return default;
        }
    }
}
