using InvoiceSync.Access;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync;

/// <summary>Chooses what the caller is told in this company, whatever the company says; null goes back to that.</summary>
[Requires("invoice.read")]
public sealed record SaveOwnNews(NewsChoice? Choice) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<SaveOwnNews, Done>
    {
        public async Task<Done> Handle(SaveOwnNews command, CancellationToken ct)
        {
            var me = who.Caller.Actor;
            Rule.Require(Ids.TryParse<UserId>(me, out _), NewsErrors.PersonsOnly);
            var own = await db.OwnNews.SingleOrDefaultAsync(n => n.Person == me, ct);
            if (command.Choice is not { } choice)
            {
                if (own is not null) db.Remove(own);
                return default;
            }

            if (own is null) db.Add(own = new() { Person = me });
            own.Choose(choice);
            return default;
        }
    }
}
