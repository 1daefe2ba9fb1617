namespace InvoiceSync.Connectors.Saml;

/// <summary>
/// A person the provider vouches for, read from the signed bytes only. Whether the request is ours and the assertion new is
/// for the stores to say: InResponseTo and AssertionId are what they are asked.
/// </summary>
public sealed record SamlLogin(string AssertionId, string Issuer, string NameId, string NameIdFormat)
{
    /// <summary>The request this answers; null when the provider began.</summary>
    public string? InResponseTo { get; init; }

    /// <summary>Until then the assertion id has to be remembered as used.</summary>
    public required DateTimeOffset ValidUntil { get; init; }

    public string? SessionIndex { get; init; }

    public DateTimeOffset? SessionEndsAt { get; init; }

    /// <summary>When the person last signed in there.</summary>
    public DateTimeOffset? AuthenticatedAt { get; init; }

    /// <summary>How the person proved themselves there, as the provider names it.</summary>
    public string? AuthenticationContext { get; init; }

    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes { get; init; }

    public override string ToString() => nameof(SamlLogin);
}
