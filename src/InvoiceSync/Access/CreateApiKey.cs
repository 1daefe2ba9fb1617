using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>
/// Makes an API key with the scopes given, or as many of a role's as the maker holds; never more. One that a key makes has the same
/// person to answer for it and is in force only as long as that key. The secret is in the answer once and never again.
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
        public async Task<Shown> Handle(CreateApiKey command, CancellationToken ct)
        {
            Rule.Require(command.Scopes is not null || Roles.Exists(command.Role), AccessErrors.RoleUnknown);
            var scopes = command.Scopes ?? [.. Roles.KeysOf(command.Role).Where(who.Caller.Permissions.MayGive)];
            Rule.Require(scopes.All(who.Caller.Permissions.MayGive), ApiKeyErrors.ScopeNotYours);
            var now = time.GetUtcNow();
            var key = new ApiKey { Id = time.New<ApiKeyId>(), CreatedAt = now };
            key.Describe(command.Name, scopes, command.Addresses, command.ExpiresAt, now);
            if (Ids.TryParse<ApiKeyId>(who.Caller.Actor, out var maker)) key.ComeFrom(Rule.Found(await db.ApiKeys.SingleOrDefaultAsync(k => k.Id == maker, ct), ApiKeyErrors.NotFound));
            else key.AnswerFor(ApiKeyRights.Answering(who.Caller));
            db.Add(key);
            return new Shown(key.Id, key.Exchange(TimeSpan.Zero, now));
        }
    }
}
