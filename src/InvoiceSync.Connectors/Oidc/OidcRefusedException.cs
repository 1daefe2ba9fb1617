using System.Diagnostics.CodeAnalysis;

namespace InvoiceSync.Connectors.Oidc;

/// <summary>A provider's word was not taken. The reason is for the log and the audit trail; a browser never sees it.</summary>
public sealed class OidcRefusedException(string reason) : Exception(reason)
{
    /// <summary>Like id_token.nonce_wrong: what was looked at, and what was wrong with it.</summary>
    public string Reason { get; } = reason;

    public static void Unless([DoesNotReturnIf(false)] bool holds, string reason)
    {
        if (!holds) throw new OidcRefusedException(reason);
    }
}
