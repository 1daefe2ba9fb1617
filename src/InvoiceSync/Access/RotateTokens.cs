using InvoiceSync.Access.Model;
using InvoiceSync.Access.Model.Letters;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Exchanges a remember token under the session's lock, or ends the session when the token was exchanged before.</summary>
[Requires("people.keep")]
sealed record RotateTokens(string Remember, string Address) : ICommand<ResumeSession.Resumed?>
{
    public override string ToString() => nameof(RotateTokens);

    internal sealed class Handler(InvoiceSyncDb db, Post post, PersonalActs acts, AccessOptions options, TimeProvider time) : IHandle<RotateTokens, ResumeSession.Resumed?>
    {
        public async Task<ResumeSession.Resumed?> Handle(RotateTokens command, CancellationToken ct)
        {
            var (hash, here, there) = (Token.Hash(command.Remember), time.GetUtcNow(), await db.Dialect.Now(db, ct));
            var now = here > there ? here : there;
            var (token, remember) = (Token.New(), Token.New());
            var (tokenHash, rememberHash) = (Token.Hash(token), Token.Hash(remember));
            var living = db.Sessions.Where(s => s.EndedAt == null && s.EndsAt > now);
            var id = await living.Where(s => s.RememberHash == hash).Select(s => (SessionId?)s.Id).SingleOrDefaultAsync(ct);
            // The update decides: of several that come at once, one still finds its token in place.
            var until = now + options.Session;
            var rotated = id is null ? 0 : await living.Where(s => s.Id == id && s.RememberHash == hash).ExecuteUpdateAsync(
                s => s.SetProperty(x => x.RememberHash, rememberHash).SetProperty(x => x.TokenHash, tokenHash).SetProperty(x => x.SeenAt, now)
                    .SetProperty(x => x.TokenUntil, x => x.EndsAt < until ? x.EndsAt : until), ct);
            if (rotated == 0) return await Again(hash, command.Address, now, ct);

            db.Add(new SpentToken { TokenHash = hash, Session = id!.Value, At = now });
            return new(token, remember, await db.Sessions.Where(s => s.Id == id).Select(s => s.EndsAt).SingleAsync(ct));
        }

        async Task<ResumeSession.Resumed?> Again(byte[] hash, string address, DateTimeOffset now, CancellationToken ct)
        {
            var spent = await db.SpentTokens.AsNoTracking().SingleOrDefaultAsync(s => s.TokenHash == hash, ct);
            if (spent is null) return null;
            var session = await db.Sessions.SingleOrDefaultAsync(s => s.Id == spent.Session && s.EndedAt == null && s.EndsAt > now, ct);
            if (session is null) return null;
            if (now - spent.At < options.RotationGrace) return new(null, null, session.EndsAt);

            session.EndedAt = now;
            var user = await db.Users.AsNoTracking().SingleAsync(u => u.Id == session.UserId, ct);
            acts.Note(user, "session.token_reused", address, session.Device, ActStatus.Failed);
            post.Write(LetterKind.TokenStolen, user, null, DeviceLabel.Of(session.Device), address);
            return null;
        }
    }
}
