namespace InvoiceSync.Access;

/// <summary>What a company's directory says of one of its people (RFC 7643, user). One who is not active may not come in.</summary>
public sealed record ScimPerson(string UserName, bool Active)
{
    public string? ExternalId { get; init; }

    public string? GivenName { get; init; }

    public string? FamilyName { get; init; }

    public string? DisplayName { get; init; }

    public string? Email { get; init; }

    public override string ToString() => nameof(ScimPerson);
}
