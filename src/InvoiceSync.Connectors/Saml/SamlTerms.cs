using System.Security.Cryptography.X509Certificates;

namespace InvoiceSync.Connectors.Saml;

/// <summary>What one connection expects: who may speak, to whom, signed by which certificates. All of it comes from our own row, none of it from the message.</summary>
public sealed record SamlTerms(string IdpEntityId, string EntityId, string AcsUrl, IReadOnlyList<X509Certificate2> Certificates)
{
    /// <summary>As PKCS#8. Two at most, the present and the one before, while a key is being rolled over.</summary>
    public IReadOnlyList<byte[]> DecryptionKeys { get; init; } = [];

    /// <summary>The format a name must have; null takes any that lasts.</summary>
    public string? NameIdFormat { get; init; }
}
