using InvoiceSync.Kernel;

namespace InvoiceSync.Access;

/// <summary>Makes an API key for this tenant with the permissions of Viewer or Owner. The secret is in the answer once and never again.</summary>
[Requires("settings.manage")]
public sealed record CreateApiKey(string Name, string Role) : ICommand<CreateApiKey.Shown>
{
    public sealed record Shown(ApiKeyId Id, string Secret);
}

/// <summary>The tenant's API keys: names and last use, never secrets.</summary>
[Requires("settings.manage")]
public sealed record ListApiKeys : IQuery<IReadOnlyList<ListApiKeys.Row>>
{
    public sealed record Row(ApiKeyId Id, string Name, string Role, string Prefix, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt);
}

/// <summary>Ends an API key at once.</summary>
[Requires("settings.manage")]
public sealed record RevokeApiKey(ApiKeyId Key) : ICommand<Done>;
