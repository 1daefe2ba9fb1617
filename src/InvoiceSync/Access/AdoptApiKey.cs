using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>The caller answers for an API key from now on, as when its maker has left: the key may what it says, as far as the caller may.</summary>
[Requires("integration.manage")]
[StepUp]
public sealed record AdoptApiKey(ApiKeyId Key) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<AdoptApiKey, Done>
    {
        public async Task<Done> Handle(AdoptApiKey command, CancellationToken ct)
        {
            var person = Person.Of(who.Caller);
            var key = Rule.Found(await db.ApiKeys.SingleOrDefaultAsync(k => k.Id == command.Key && k.RevokedAt == null, ct), ApiKeyErrors.NotFound);
            key.AnswerFor(person.ToString());
            return default;
        }
    }
}
