using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Writes down that a living session goes on in another browser, and takes back what was proved in the one before.</summary>
[Requires("people.keep")]
sealed record MoveSession(string Token, string Agent, string Address) : ICommand<Done>
{
    public override string ToString() => nameof(MoveSession);

    internal sealed class Handler(InvoiceSyncDb db, PersonalActs acts) : IHandle<MoveSession, Done>
    {
        public async Task<Done> Handle(MoveSession command, CancellationToken ct)
        {
            var hash = Model.Token.Hash(command.Token);
            var session = await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.TokenHash == hash && s.EndedAt == null, ct);
            if (session is null || DeviceLabel.IsSame(session.Device, command.Agent)) return default;
            var (agent, was) = (DeviceLabel.Kept(command.Agent), session.Device);
            // Of two requests at once one finds the browser it knew.
            var moved = await db.Sessions.Where(s => s.Id == session.Id && s.Device == was)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.Device, agent).SetProperty(x => x.ProvedAt, DateTimeOffset.UnixEpoch), ct);
            if (moved == 0) return default;
            var user = await db.Users.AsNoTracking().SingleAsync(u => u.Id == session.UserId, ct);
            acts.Note(user, "session.browser_changed", command.Address, agent, changes: [new("Browser", DeviceLabel.Of(was), DeviceLabel.Of(agent))]);
            return default;
        }
    }
}
