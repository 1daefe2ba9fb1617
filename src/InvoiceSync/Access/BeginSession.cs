using System.Globalization;
using InvoiceSync.Access.Model;
using InvoiceSync.Access.Model.Letters;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Writes the session row: at most three devices a person, counted under the person's lock; the oldest gives way and the person is told.</summary>
[Requires("people.keep")]
sealed record BeginSession(OpenSession For) : ICommand<BeginSession.Begun>
{
    public override string ToString() => nameof(BeginSession);

    internal sealed record Begun(string Token, string? Remember, string? Device, DateTimeOffset EndsAt, IReadOnlyList<TenantId> Tenants)
    {
        public override string ToString() => nameof(Begun);
    }

    internal sealed class Handler(InvoiceSyncDb db, Post post, PersonalActs acts, AccessOptions options, TimeProvider time) : IHandle<BeginSession, Begun>
    {
        public async Task<Begun> Handle(BeginSession command, CancellationToken ct)
        {
            var (open, now) = (command.For, time.GetUtcNow());
            var id = open.User.Value;
            // Changes nothing but takes the person's lock: sign-ins made at once are counted one after the other.
            await db.Users.Where(u => u.Id == id).ExecuteUpdateAsync(u => u.SetProperty(x => x.AccessFailedCount, x => x.AccessFailedCount), ct);
            var user = Rule.Found(await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, ct), AccessErrors.NotAPerson);
            await EndOldest(user, now, ct);
            var network = Network.Of(open.Address);
            var device = open.By is null ? await Recognized(open, user, network, now, ct) : null;

            var (token, remember) = (Token.New(), open.Remember ? Token.New() : null);
            var endsAt = End(open, now);
            db.Add(new Session
            {
                Id = time.New<SessionId>(),
                UserId = id,
                TokenHash = Token.Hash(token),
                TokenUntil = now + (options.Session < endsAt - now ? options.Session : endsAt - now),
                RememberHash = remember is null ? null : Token.Hash(remember),
                Device = Cut(open.Device, 255),
                Address = Cut(open.Address, 64),
                Network = network,
                Way = open.Way,
                CreatedAt = now,
                SeenAt = now,
                ProvedAt = now,
                EndsAt = endsAt,
                OnlyTenant = open.By?.Tenant,
                SsoConnection = open.By?.Connection,
                SsoSubject = open.By?.Subject,
                SsoSessionIndex = open.By?.SessionIndex,
                SsoHint = open.By?.Hint,
            });
            acts.Note(user, "user.signed_in", open.Address, open.Device);
            var tenants = await db.Memberships.Where(m => m.UserId == id && m.SuspendedAt == null).Select(m => m.TenantId).ToListAsync(ct);
            return new(token, remember, device, endsAt, tenants);
        }

        async Task EndOldest(User user, DateTimeOffset now, CancellationToken ct)
        {
            var living = await db.Sessions.Where(s => s.UserId == user.Id && s.EndedAt == null && s.EndsAt > now).OrderByDescending(s => s.CreatedAt).ToListAsync(ct);
            foreach (var oldest in living.Skip(options.Devices - 1))
            {
                oldest.EndedAt = now;
                post.Write(LetterKind.DeviceEnded, user, null, options.Devices.ToString(CultureInfo.InvariantCulture), DeviceLabel.Of(oldest.Device));
            }
        }

        // The token of a browser we did not know; null when we did. The first browser of all is nothing unusual.
        async Task<string?> Recognized(OpenSession open, User user, string network, DateTimeOffset now, CancellationToken ct)
        {
            var hash = open.KnownDevice is { Length: > 0 and <= 128 } shown ? Token.Hash(shown) : null;
            var known = hash is null ? null : await db.KnownDevices.SingleOrDefaultAsync(d => d.UserId == user.Id && d.TokenHash == hash, ct);
            var isFirst = !await db.KnownDevices.AnyAsync(d => d.UserId == user.Id, ct);
            var isNear = await db.Sessions.AnyAsync(s => s.UserId == user.Id && s.Network == network, ct);
            if (!isFirst && (known is null || !isNear)) post.Write(LetterKind.NewDevice, user, null, DeviceLabel.Of(open.Device), open.Address, post.Moment());
            if (known is not null)
            {
                (known.SeenAt, known.Failures) = (now, 0);
                return null;
            }

            var token = Token.New();
            db.Add(new KnownDevice { UserId = user.Id, TokenHash = Token.Hash(token), CreatedAt = now, SeenAt = now });
            return token;
        }

        DateTimeOffset End(OpenSession open, DateTimeOffset now)
        {
            var usual = now + (open.Remember ? options.Remembered : options.Session);
            return open.By?.EndsAt is { } told && told < usual ? told : usual;
        }

        static string Cut(string text, int most) => text.Length <= most ? text : text[..most];
    }
}
