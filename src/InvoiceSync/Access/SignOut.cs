using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Ends the session with this token at once, on every open screen.</summary>
[Anonymous]
public sealed record SignOut(string Token) : ICommand<Done>
{
    public override string ToString() => nameof(SignOut);

    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<SignOut, Done>
    {
        public async Task<Done> Handle(SignOut command, CancellationToken ct)
        {
            var hash = Model.Token.Hash(command.Token);
            var whose = await db.Sessions.Where(s => s.TokenHash == hash && s.EndedAt == null).Select(s => (Guid?)s.UserId).SingleOrDefaultAsync(ct);
            if (whose is { } id) db.Note(new("user.signed_out", "user", new UserId(id).ToString()) { Actor = new UserId(id).ToString() });
            await db.Sessions.Where(s => s.TokenHash == hash && s.EndedAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, time.GetUtcNow()), ct);
            return default;
        }
    }
}
