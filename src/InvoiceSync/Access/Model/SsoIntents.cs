using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access.Model;

/// <summary>Tests and links that a signed-in person has begun: a token goes to the provider and back once, within a quarter of an hour.</summary>
sealed class SsoIntents(TimeProvider time)
{
    public static string AddressOf(string slug, string token) => $"/sso/{slug}/start?intent={token}";

    public string Begin(InvoiceSyncDb db, SsoConnectionId connection, SsoIntent intent, Guid person, SessionId? session = null)
    {
        var token = Token.New();
        var now = time.GetUtcNow();
        db.Add(new SsoAttempt
        {
            Id = Guid.CreateVersion7(now),
            ConnectionId = connection,
            At = now,
            Outcome = SsoAttempt.Begun,
            Intent = intent,
            BegunBy = person,
            BegunIn = session,
            TokenHash = Token.Hash(token),
        });
        return token;
    }

    public async Task<SsoAttempt> Take(InvoiceSyncDb db, SsoConnectionId connection, string token, CancellationToken ct)
    {
        Rule.Require(token.Length <= 128, SsoErrors.IntentExpired);
        var (hash, oldest) = (Token.Hash(token), time.GetUtcNow() - SsoAttempt.IntentLasts);
        var attempt = Rule.Found(await db.SsoAttempts.SingleOrDefaultAsync(a => a.ConnectionId == connection && a.TokenHash == hash && a.At > oldest, ct), SsoErrors.IntentExpired);
        attempt.TokenHash = null;
        return attempt;
    }
}
