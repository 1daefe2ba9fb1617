namespace InvoiceSync.Access;

/// <summary>Understands a SAML provider's metadata, given as text or fetched from its address.</summary>
public interface ISamlMetadata
{
    SamlMetadataAnswer Read(string xml);

    Task<SamlMetadataAnswer> Fetch(Uri address, CancellationToken ct);
}

/// <summary>What metadata holds as settings of a connection, or a short code why it cannot be used, like "too_large".</summary>
public abstract record SamlMetadataAnswer
{
    public sealed record Found(IReadOnlyDictionary<string, string> Settings) : SamlMetadataAnswer;

    public sealed record Unusable(string Why) : SamlMetadataAnswer;
}
