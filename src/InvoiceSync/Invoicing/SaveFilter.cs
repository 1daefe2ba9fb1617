using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>Puts a filter of the invoice list by under a name, for the caller alone; one of the same name is replaced. At most one is what the list opens with.</summary>
[Requires("invoice.read")]
public sealed record SaveFilter(string Name, string Query, bool IsDefault = false) : ICommand<SavedFilterId>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<SaveFilter, SavedFilterId>
    {
        const int Most = 50;

        public async Task<SavedFilterId> Handle(SaveFilter command, CancellationToken ct)
        {
            var (me, name) = (who.Caller.Actor, command.Name.Trim());
            Rule.Require(name.Length is > 0 and <= SavedFilter.LongestName && command.Query.Length <= SavedFilter.LongestQuery, BulkErrors.FilterUnnamed);
            var mine = await db.SavedFilters.Where(f => f.Owner == me).ToListAsync(ct);
            var kept = mine.SingleOrDefault(f => f.Name == name);
            Rule.Require(kept is not null || mine.Count < Most, BulkErrors.FiltersTooMany);
            if (kept is null)
            {
                kept = new()
                {
                    Id = time.New<SavedFilterId>(),
                    Owner = me,
                    Name = name,
                };
                db.Add(kept);
            }

            if (command.IsDefault)
                foreach (var other in mine) other.IsDefault = false;
            (kept.Query, kept.IsDefault) = (command.Query, command.IsDefault);
            return kept.Id;
        }
    }
}
