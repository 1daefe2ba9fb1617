using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Signs one device of the caller out, or without an id all but this one. Open screens follow within a minute.</summary>
[Requires("self")]
public sealed record RevokeSession(SessionId? Session) : ICommand<int>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<RevokeSession, int>
    {
        public async Task<int> Handle(RevokeSession command, CancellationToken ct)
        {
            var (id, now) = (Person.Of(who.Caller).Value, time.GetUtcNow());
            var meant = db.Sessions.Where(s => s.UserId == id && s.EndedAt == null);
            if (command.Session is { } one) meant = meant.Where(s => s.Id == one);
            else if (Ids.TryParse<SessionId>(who.Caller.Session, out var mine)) meant = meant.Where(s => s.Id != mine);
            db.Note(new("session.revoked", "session", command.Session?.ToString() ?? "others"));
            return await meant.ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now), ct);
        }
    }
}
