using System.Text.Json;

namespace InvoiceSync.Connectors.Oidc;

/// <summary>Who the provider proved somebody to be. Groups are null when the provider did not tell them all.</summary>
public sealed record OidcIdentity(string Issuer, string Subject, string? Email, bool EmailVerified, string? Name, IReadOnlyList<string>? Groups, string? SessionIndex, JsonElement Claims);
