using InvoiceSync.Customers;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Mapping;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync;

/// <summary>Who bought in the last days, each once by e-mail address, as their newest sale tells it.</summary>
[Requires("invoice.read")]
public sealed record ListRecentBuyers(int Days) : IQuery<IReadOnlyList<ListRecentBuyers.Row>>
{
    public const int Most = 366;

    /// <summary>IsCompany: it gave a business name or a tax number. Problem is why its newest sale waits for a person, if it does.</summary>
    public sealed record Row(string Email, string Name, string? TaxId, bool IsCompany, RawAddress Address, SaleId Sale, string? Problem)
    {
        public bool LacksTaxId => string.IsNullOrWhiteSpace(TaxId);

        /// <summary>A buyer of ours, or of no known place, with a number that is no CUI.</summary>
        public bool HasWrongTaxId => !LacksTaxId && Country.Find(Address.Country) is (null or "RO") && !Cui.TryParse(TaxId, out _);
    }

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<ListRecentBuyers, IReadOnlyList<Row>>
    {
        const int Together = 100;

        public async Task<IReadOnlyList<Row>> Handle(ListRecentBuyers query, CancellationToken ct)
        {
            Rule.Require(query.Days is >= 1 and <= Most, SaleErrors.DaysInvalid);
            var since = time.GetUtcNow().AddDays(-query.Days);
            var newest = new Dictionary<string, (SaleId Sale, string? Problem)>(StringComparer.OrdinalIgnoreCase);
            await foreach (var sale in db.SalesSeenBy(who.Caller).Where(s => s.SoldAt >= since && s.CustomerEmail != null && s.State != SaleState.NotDue)
                .OrderByDescending(s => s.SoldAt).Select(s => new { s.Id, s.CustomerEmail, s.State, s.ReasonCode }).AsAsyncEnumerable().WithCancellation(ct))
                newest.TryAdd(sale.CustomerEmail!, (sale.Id, sale.State == SaleState.Parked ? sale.ReasonCode : null));

            var rules = await MappingSettings.Of(db, ct);
            // A mirror holds the whole of what the source said: some at a time.
            List<Row> rows = [];
            foreach (var some in newest.Chunk(Together))
            {
                var ids = some.Select(s => s.Value.Sale).ToList();
                var mirrors = await db.SaleMirrors.AsNoTracking().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Source, ct);
                var emails = some.Select(s => MappedCustomer.KeyOf(s.Key)).ToList();
                var told = await db.MappedCustomers.AsNoTracking().Where(c => emails.Contains(c.Email)).ToDictionaryAsync(c => c.Email, c => c.TaxId, ct);
                rows.AddRange(some.Select(s => Of(s.Key, mirrors[s.Value.Sale], rules, told.GetValueOrDefault(MappedCustomer.KeyOf(s.Key)), s.Value.Sale, s.Value.Problem)));
            }

            return rows;
        }

        // A tax number is what the source says, else the company's own field, else what somebody told for the address.
        static Row Of(string email, SourceSale source, MappingRules rules, string? told, SaleId sale, string? problem)
        {
            var (customer, address) = (source.Customer, source.Customer.Address);
            var details = BuyerOf.Details(customer, new(), new SaleFields(source, rules, told));
            return new(
                email, PlainText.Tidy(details.Name ?? email), details.TaxId, customer.BusinessName is not null || details.TaxId is not null,
                new(address?.Line1, address?.Line2, address?.City, address?.State, address?.PostalCode, address?.Country), sale, problem);
        }
    }
}
