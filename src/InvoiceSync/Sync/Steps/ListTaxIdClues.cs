using InvoiceSync.Customers;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Mapping;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync.Steps;

/// <summary>Romanian buyers of the last days without a tax number, and the numbers that may be theirs; without those that somebody refused.</summary>
[Requires("invoice.read")]
sealed record ListTaxIdClues(int Days) : IQuery<IReadOnlyList<ListTaxIdClues.Row>>
{
    internal sealed record Row(string Email, string Name, Cui Cui, TaxIdClue From);

    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher) : IHandle<ListTaxIdClues, IReadOnlyList<Row>>
    {
        const int Together = 100;

        public async Task<IReadOnlyList<Row>> Handle(ListTaxIdClues query, CancellationToken ct)
        {
            var all = (await dispatcher.Ask(new ListRecentBuyers(query.Days), ct)).OrThrow();
            var seller = (await dispatcher.Ask(new GetCompanyProfile(), ct)).OrThrow();
            var colleagues = await Colleagues(all, ct);
            List<Row> rows = [];
            foreach (var some in all.Where(b => b.TaxId is null && Country.Find(b.Address.Country) is null or "RO").Chunk(Together))
            {
                var ids = some.Select(b => b.Sale).ToList();
                var sales = await db.SaleMirrors.AsNoTracking().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Source, ct);
                foreach (var buyer in some)
                    rows.AddRange(TaxIdClues.Of(sales[buyer.Sale]).Concat(Near(buyer, colleagues)).DistinctBy(c => c.Cui).Select(c => new Row(buyer.Email, buyer.Name, c.Cui, c.From)));
            }

            var refused = (await db.RefusedGuesses.AsNoTracking().Select(g => g.Id).ToListAsync(ct)).ToHashSet();
            return [.. rows.Where(r => !refused.Contains(RefusedGuess.IdOf(r.Email, r.Cui.Digits)) && !(Cui.TryParse(seller?.TaxId, out var own) && own == r.Cui))];
        }

        // Who pays from an address of the same company, and is known.
        async Task<IReadOnlyDictionary<string, Cui>> Colleagues(IReadOnlyList<ListRecentBuyers.Row> all, CancellationToken ct)
        {
            var told = await db.MappedCustomers.AsNoTracking().Select(c => new { c.Email, c.TaxId }).ToListAsync(ct);
            return MailDomain.Companies(all.Select(b => (b.Email, b.TaxId)).Concat(told.Select(t => (t.Email, TaxId: (string?)t.TaxId))));
        }

        static IEnumerable<(Cui Cui, TaxIdClue From)> Near(ListRecentBuyers.Row buyer, IReadOnlyDictionary<string, Cui> colleagues) =>
            MailDomain.OfCompany(buyer.Email) is { } domain && colleagues.TryGetValue(domain, out var cui) ? [(cui, TaxIdClue.Colleague)] : [];
    }
}
