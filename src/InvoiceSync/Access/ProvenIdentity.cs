namespace InvoiceSync.Access;

/// <summary>
/// Whom an identity provider has proved, after every check of its protocol. Groups are null when they are not known (then
/// roles stay as they are). SAML has no word for a verified e-mail: its handler says true, the domain still has to be proved.
/// </summary>
public sealed record ProvenIdentity(
    string Issuer,
    string Subject,
    string? Email,
    bool EmailVerified,
    string? Name,
    IReadOnlyList<string>? Groups,
    string? SessionIndex,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Claims)
{
    /// <summary>When the provider wants the session to end, like SAML's SessionNotOnOrAfter.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>When the person last signed in at the provider itself (auth_time, AuthnInstant); null when it does not say.</summary>
    public DateTimeOffset? AuthenticatedAt { get; init; }

    public override string ToString() => $"identity of {Issuer}";
}
