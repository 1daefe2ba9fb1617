namespace InvoiceSync.Fiscal;

/// <summary>Our registration at the authority's sign-in. BaseAddress is the host alone, like https://logincert.anaf.ro.</summary>
public sealed record FiscalApp(Uri BaseAddress, string ClientId, string ClientSecret)
{
    public override string ToString() => $"{ClientId} at {BaseAddress.Host}";
}
