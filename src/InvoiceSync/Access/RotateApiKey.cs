using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>
/// Gives an API key a new secret. The old one goes on for as many hours as asked, 0 to 168, so that programs can be changed over.
/// Whoever sees the new secret could use it, so only who may all the key may is shown one.
/// </summary>
[Requires("integration.manage")]
[StepUp]
public sealed record RotateApiKey(ApiKeyId Key, int Hours) : ICommand<CreateApiKey.Shown>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<RotateApiKey, CreateApiKey.Shown>
    {
        public async Task<CreateApiKey.Shown> Handle(RotateApiKey command, CancellationToken ct)
        {
            var key = Rule.Found(await db.ApiKeys.SingleOrDefaultAsync(k => k.Id == command.Key && k.RevokedAt == null, ct), ApiKeyErrors.NotFound);
            Rule.Require(key.Scopes.All(who.Caller.Permissions.MayGive), ApiKeyErrors.ScopeNotYours);
            return new(key.Id, key.Exchange(TimeSpan.FromHours(command.Hours), time.GetUtcNow()));
        }
    }
}
