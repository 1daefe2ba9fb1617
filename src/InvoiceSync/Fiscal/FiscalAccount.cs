using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal;

/// <summary>
/// A tenant's door to the authority. BaseAddress is the host alone, like https://api.anaf.ro; Test picks the authority's
/// trial system there. TaxId is the company's id in digits, without a country prefix.
/// </summary>
public sealed record FiscalAccount(TenantId Tenant, Uri BaseAddress, bool Test, string TaxId, string AccessToken)
{
    /// <summary>What the connection was set to: a series, names of taxes.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    // The generated text of a record would put the token into every log line that mentions an account.
    public override string ToString() => $"{TaxId} at {BaseAddress.Host}{(Test ? " (test)" : "")}";
}
