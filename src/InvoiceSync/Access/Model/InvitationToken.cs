using InvoiceSync.Kernel;

namespace InvoiceSync.Access.Model;

/// <summary>The secret of an invitation link: company, invitation, 256 random bits. It says itself behind which fence to look.</summary>
static class InvitationToken
{
    static readonly HashSet<string> Opening = ["invitation.open"];

    public static bool TryRead(string text, out Caller within, out InvitationId id, out byte[] hash)
    {
        (within, id, hash) = (Caller.Nobody, default, []);
        if (text is not { Length: 32 + 1 + 32 + 1 + 43 } || text[32] != '.' || text[65] != '.') return false;
        if (!Guid.TryParseExact(text.AsSpan(0, 32), "N", out var tenant) || !Guid.TryParseExact(text.AsSpan(33, 32), "N", out var invitation)) return false;
        (within, id, hash) = (new(new TenantId(tenant), "invitation", Opening), new(invitation), Token.Hash(text[66..]));
        return true;
    }
}
