namespace InvoiceSync.Access;

/// <summary>A group of the identity provider and the role its people get here. Groups are compared letter by letter.</summary>
public sealed record SsoGroupRole(string Group, string Role);
