using InvoiceSync.Kernel;

namespace InvoiceSync.Sync;

/// <summary>
/// Everything needed to ask a provider on behalf of one connection of one tenant. The key is decrypted here and
/// therefore never shown: the text of an account names only the connection and its mode.
/// </summary>
public sealed record SourceAccount(TenantId Tenant, Guid Connection, Uri BaseAddress, string ApiKey, bool Live, string ApiVersion)
{
    /// <summary>The account's id at the provider, when the connection already knows it; otherwise it is asked once.</summary>
    public string? AccountId { get; init; }

    public override string ToString() => $"connection {Connection} of {Tenant} ({(Live ? "live" : "test")})";
}
