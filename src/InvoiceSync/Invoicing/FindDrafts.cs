using InvoiceSync.Customers;
using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>One page of the drafts, whole, as programs ask for them. Search matches the start of the buyer's name.</summary>
[Requires("invoice.read")]
public sealed record FindDrafts(string? Search = null, Currency? Currency = null, PageKey? After = null, int Take = 50) : IQuery<Page<GetDraft.View>>
{
    public Between<decimal>? Total { get; init; }

    public CustomerId? Customer { get; init; }

    /// <summary>Only those that have each of these pairs.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    public bool OldestFirst { get; init; }

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<FindDrafts, Page<GetDraft.View>>
    {
        const int Most = 500;
        const int LongestSearch = 100;

        public async Task<Page<GetDraft.View>> Handle(FindDrafts query, CancellationToken ct)
        {
            var (take, caller) = (Math.Clamp(query.Take, 1, Most), who.Caller);
            var rows = await Sorted(Narrowed(db.DraftsSeenBy(caller).AsNoTracking(), query), query).Take(take + 1).ToListAsync(ct);
            var page = rows.Count > take ? rows[..take] : rows;
            return new([.. page.Select(d => GetDraft.View.Of(d, caller))], rows.Count > take ? new(page[^1].MadeAt, page[^1].Id.Value) : null);
        }

        IQueryable<Draft> Narrowed(IQueryable<Draft> drafts, FindDrafts query)
        {
            if (query.Currency is { } currency) drafts = drafts.Where(d => d.Currency == currency);
            if (query.Customer is { } customer) drafts = drafts.Where(d => d.CustomerId == customer);
            foreach (var mark in (query.Metadata ?? new Dictionary<string, string>()).Select(m => Customers.Metadata.MarkOf(m.Key, m.Value))) drafts = drafts.Where(d => d.Marks.Contains(mark));
            if (query.Search?.Trim() is { Length: > 0 and <= LongestSearch } search) drafts = db.Dialect.Beginning(drafts, (d => d.SearchName, search.ToUpperInvariant()));
            return drafts.Within(d => d.Total, query.Total);
        }

        IQueryable<Draft> Sorted(IQueryable<Draft> drafts, FindDrafts query)
        {
            if (query.After is { } after) drafts = db.Dialect.Beyond(drafts, after.At, after.Id, !query.OldestFirst, d => d.MadeAt, d => d.Id);
            return query.OldestFirst ? drafts.OrderBy(d => d.MadeAt).ThenBy(d => d.Id) : drafts.OrderByDescending(d => d.MadeAt).ThenByDescending(d => d.Id);
        }
    }
}
