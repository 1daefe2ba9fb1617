using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Access;

/// <summary>
/// Makes an API key with the scopes given, or as many of a role's as the maker holds. A key never may what its maker may not.
/// The secret is in the answer once and never again.
/// </summary>
[Requires("integration.manage")]
[StepUp]
public sealed record CreateApiKey(string Name, string Role = Roles.Viewer) : ICommand<CreateApiKey.Shown>
{
    /// <summary>Permission keys; null takes them from the role.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    public IReadOnlyList<string> Addresses { get; init; } = [];

    public DateTimeOffset? ExpiresAt { get; init; }

    public sealed record Shown(ApiKeyId Id, string Secret)
    {
        public override string ToString() => $"API key {Id}";
    }

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<CreateApiKey, Shown>
    {
        public Task<Shown> Handle(CreateApiKey command, CancellationToken ct)
        {
            Rule.Require(command.Scopes is not null || Roles.Exists(command.Role), AccessErrors.RoleUnknown);
            var scopes = command.Scopes ?? [.. Roles.KeysOf(command.Role).Where(who.Caller.Permissions.MayGive)];
            Rule.Require(scopes.All(who.Caller.Permissions.MayGive), ApiKeyErrors.ScopeNotYours);
            var now = time.GetUtcNow();
            var key = new ApiKey { Id = time.New<ApiKeyId>(), CreatedAt = now };
            key.Describe(command.Name, scopes, command.Addresses, command.ExpiresAt, now);
            key.AnswerFor(ApiKeyRights.Answering(who.Caller));
            db.Add(key);
            return Task.FromResult(new Shown(key.Id, key.Exchange(TimeSpan.Zero, now)));
        }
    }
}
