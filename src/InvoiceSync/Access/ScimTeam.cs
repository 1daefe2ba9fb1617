namespace InvoiceSync.Access;

/// <summary>What a company's directory says of one of its groups (RFC 7643, group).</summary>
public sealed record ScimTeam(string DisplayName, string? ExternalId, IReadOnlyList<UserId> Members);
