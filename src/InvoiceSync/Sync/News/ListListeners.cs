using InvoiceSync.Access;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync.News;

/// <summary>Whom to tell of something: who chose it, or files and chose nothing where the company tells it. Who may not read everybody's sales any more is not told.</summary>
[Requires("bulk.run")]
sealed record ListListeners(NewsKind Kind) : IQuery<ListListeners.View>
{
    internal sealed record View(IReadOnlyList<Listener> People, bool SkipsEmpty, string Language);

    internal sealed record Listener(UserId Person, string Name, string Email);

    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher) : IHandle<ListListeners, View>
    {
        public async Task<View> Handle(ListListeners query, CancellationToken ct)
        {
            var settings = await db.NewsSettings.AsNoTracking().SingleOrDefaultAsync(ct) ?? new();
            var own = await db.OwnNews.AsNoTracking().ToDictionaryAsync(n => n.Person, n => n.Choice, ct);
            if (!settings.Choice.Wants(query.Kind) && !own.Values.Any(c => c.Wants(query.Kind))) return new([], settings.SkipsEmpty, settings.Language);

            List<Listener> people = [];
            foreach (var person in (await dispatcher.Ask(new ListPeople(), ct)).OrThrow().Where(p => !p.IsSuspended))
            {
                var chose = own.GetValueOrDefault(person.Id.ToString());
                if (!(chose ?? settings.Choice).Wants(query.Kind) || (await dispatcher.Ask(new WhatMay(person.Id), ct)).OrThrow() is not { } grant) continue;
                if (grant.Permissions.Contains("invoice.read.all") && (chose is not null || grant.Permissions.Contains("fiscal.file"))) people.Add(new(person.Id, person.Name, person.Email));
            }

            return new(people, settings.SkipsEmpty, settings.Language);
        }
    }
}
