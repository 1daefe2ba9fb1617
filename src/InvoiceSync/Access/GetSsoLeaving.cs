using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>How a session that a provider opened is ended there too; null for a password's. Asked with the browser's own token, before it is signed out.</summary>
[Anonymous]
public sealed record GetSsoLeaving(string Token) : IProcess<GetSsoLeaving.View?>
{
    public override string ToString() => nameof(GetSsoLeaving);

    /// <summary>Hint is what the handler of the protocol gave when the session began, as it sealed it.</summary>
    public sealed record View(string ConnectionSlug, string? Subject, string? SessionIndex, string? Hint)
    {
        public override string ToString() => $"leaving by {ConnectionSlug}";
    }

    internal sealed class Handler(PlatformScope platform, TimeProvider time) : IHandle<GetSsoLeaving, View?>
    {
        public async Task<View?> Handle(GetSsoLeaving query, CancellationToken ct)
        {
            var (hash, now) = (Model.Token.Hash(query.Token), time.GetUtcNow());
            return await platform.Read("which provider opened this session", db => (
                from s in db.Sessions
                join c in db.SsoConnections on s.SsoConnection equals c.Id
                where s.TokenHash == hash && s.EndedAt == null && s.EndsAt > now
                select new View(c.Slug, s.SsoSubject, s.SsoSessionIndex, s.SsoHint)).SingleOrDefaultAsync(ct), ct);
        }
    }
}
