using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Ends the session with this token, and tells the companies of whose it was.</summary>
[Requires("people.keep")]
sealed record EndSession(string Token) : ICommand<Done>
{
    public override string ToString() => nameof(EndSession);

    internal sealed class Handler(InvoiceSyncDb db, PersonalActs acts, TimeProvider time) : IHandle<EndSession, Done>
    {
        public async Task<Done> Handle(EndSession command, CancellationToken ct)
        {
            var hash = Model.Token.Hash(command.Token);
            var session = db.Sessions.Where(s => s.TokenHash == hash && s.EndedAt == null);
            var whose = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => session.Any(s => s.UserId == u.Id), ct);
            if (whose is not null) acts.Note(whose, "user.signed_out");
            await session.ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, time.GetUtcNow()), ct);
            return default;
        }
    }
}
