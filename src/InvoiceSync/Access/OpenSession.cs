using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Begins a session of 8 hours, or 30 days when remembered. Our own code sends it after the person is proved.</summary>
[Anonymous]
sealed record OpenSession(UserId User, bool Remember, string Device, string Address, OpenSession.Sso? By = null) : ICommand<SignIn.Session>
{
    /// <summary>The provider that proved the person, and the one company it may open.</summary>
    public sealed record Sso(TenantId Tenant, SsoConnectionId Connection, string Subject, string? SessionIndex, DateTimeOffset? EndsAt);

    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, TimeProvider time) : IHandle<OpenSession, SignIn.Session>
    {
        public async Task<SignIn.Session> Handle(OpenSession command, CancellationToken ct)
        {
            var token = Token.New();
            var now = time.GetUtcNow();
            var session = new Session
            {
                Id = time.New<SessionId>(),
                UserId = command.User.Value,
                TokenHash = Token.Hash(token),
                CreatedAt = now,
                ProvedAt = now,
                EndsAt = End(command, now),
                Device = Cut(command.Device, 255),
                Address = Cut(command.Address, 64),
                OnlyTenant = command.By?.Tenant,
                SsoConnection = command.By?.Connection,
                SsoSubject = command.By?.Subject,
                SsoSessionIndex = command.By?.SessionIndex,
            };
            db.Add(session);
            var tenants = await db.Memberships.Where(m => m.UserId == command.User.Value).Select(m => m.TenantId).ToListAsync(ct);
            if (command.By is { } by) tenants = [by.Tenant];
            var slugs = (await dispatcher.Ask(new FindTenants(Ids: tenants), ct)).OrThrow().Select(t => t.Slug);
            return new(token, session.EndsAt, [.. slugs]);
        }

        static DateTimeOffset End(OpenSession command, DateTimeOffset now)
        {
            var usual = now + (command.Remember ? TimeSpan.FromDays(30) : TimeSpan.FromHours(8));
            return command.By?.EndsAt is { } told && told < usual ? told : usual;
        }

        static string Cut(string text, int most) => text.Length <= most ? text : text[..most];
    }
}
