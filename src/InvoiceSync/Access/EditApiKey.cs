using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Changes what an API key is called, may, from where and until when. Nobody can add what they may not do themselves.</summary>
[Requires("integration.manage")]
[StepUp]
public sealed record EditApiKey(ApiKeyId Key, string Name, IReadOnlyList<string> Scopes, IReadOnlyList<string> Addresses, DateTimeOffset? ExpiresAt) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<EditApiKey, Done>
    {
        public async Task<Done> Handle(EditApiKey command, CancellationToken ct)
        {
            var key = Rule.Found(await db.ApiKeys.SingleOrDefaultAsync(k => k.Id == command.Key && k.RevokedAt == null, ct), ApiKeyErrors.NotFound);
            Rule.Require(command.Scopes.Except(key.Scopes).All(who.Caller.Permissions.MayGive), ApiKeyErrors.ScopeNotYours);
            key.Describe(command.Name, command.Scopes, command.Addresses, command.ExpiresAt, time.GetUtcNow());
            return default;
        }
    }
}
