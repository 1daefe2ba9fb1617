using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>The devices the caller is signed in on, this one first.</summary>
[Requires("self")]
public sealed record ListSessions : IQuery<IReadOnlyList<ListSessions.Row>>
{
    /// <summary>Address is where the device was when it signed in; places are not looked up.</summary>
    public sealed record Row(SessionId Id, string Device, string Address, SignInWay Way, DateTimeOffset SignedInAt, DateTimeOffset SeenAt, DateTimeOffset EndsAt, bool IsRemembered, bool IsThis);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<ListSessions, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(ListSessions query, CancellationToken ct)
        {
            var (id, now) = (Person.Of(who.Caller).Value, time.GetUtcNow());
            var living = await db.Sessions.AsNoTracking().Where(s => s.UserId == id && s.EndedAt == null && s.EndsAt > now).OrderByDescending(s => s.SeenAt).ToListAsync(ct);
            return
            [
                .. living.Select(s => new Row(s.Id, DeviceLabel.Of(s.Device), s.Address, s.Way, s.CreatedAt, s.SeenAt, s.EndsAt, s.RememberHash is not null, s.Id.ToString() == who.Caller.Session))
                    .OrderByDescending(r => r.IsThis),
            ];
        }
    }
}
