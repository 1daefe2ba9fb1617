using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Notes in a living session that its person has just shown that it is they. False when the session has ended.</summary>
[Requires("people.keep")]
sealed record NotePresence(UserId User, SessionId Session) : ICommand<bool>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<NotePresence, bool>
    {
        public async Task<bool> Handle(NotePresence command, CancellationToken ct)
        {
            var (now, user) = (time.GetUtcNow(), command.User.Value);
            return await db.Sessions.Where(s => s.Id == command.Session && s.UserId == user && s.EndedAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.ProvedAt, now), ct) == 1;
        }
    }
}
