using InvoiceSync.Customers;
using InvoiceSync.Kernel;
using InvoiceSync.Sync.Model;

namespace InvoiceSync.Sync;

/// <summary>
/// Brings companies that bought in the last days into the customers' directory with their tax numbers; those given by e-mail address win, and
/// sales that waited only for one of them go on. Repeated it changes nothing more. With TryOnly it says what it would do.
/// </summary>
[Requires("customer.read")]
public sealed record SyncCustomers(int Days, IReadOnlyDictionary<string, string>? TaxIds = null, bool TryOnly = false) : IProcess<IReadOnlyList<SyncCustomers.Row>>
{
    public const int MostGiven = 2000;

    /// <summary>Whether each Romanian number is looked for in ANAF's register as well.</summary>
    public bool AsksRegister { get; init; }

    public enum Outcome
    {
        Created,
        Updated,
        Unchanged,

        /// <summary>A company whose tax number nobody knows.</summary>
        Missing,

        /// <summary>Not kept; the note says why.</summary>
        Refused,
    }

    /// <summary>SalesGoOn: how many of its sales waited only for the number given here.</summary>
    public sealed record Row(string Email, string Name, string? TaxId, Outcome Outcome, string? Note = null, int SalesGoOn = 0);

    internal sealed class Handler(IDispatcher dispatcher) : IHandle<SyncCustomers, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(SyncCustomers command, CancellationToken ct)
        {
            var given = new Dictionary<string, string>(command.TaxIds ?? new Dictionary<string, string>(), StringComparer.OrdinalIgnoreCase);
            Rule.Require(given.Count <= MostGiven, SaleErrors.TaxIdsTooMany);
            var buyers = (await dispatcher.Ask(new ListRecentBuyers(command.Days), ct)).OrThrow();
            List<Row> rows = [];
            foreach (var buyer in buyers.Where(b => b.IsCompany || given.ContainsKey(b.Email)))
                rows.Add(await Take(buyer.Email, buyer.Name, given.GetValueOrDefault(buyer.Email) ?? buyer.TaxId, given.ContainsKey(buyer.Email), buyer, command.TryOnly, ct));
            foreach (var (email, taxId) in given.Where(g => !buyers.Any(b => b.Email.Equals(g.Key, StringComparison.OrdinalIgnoreCase))))
                rows.Add(await Take(email, "", taxId, true, null, command.TryOnly, ct));
            if (!command.TryOnly) rows = await Tell(rows, given, ct);
            if (!command.AsksRegister) return rows;
            var foreign = buyers.Where(b => Country.Find(b.Address.Country) is not (null or "RO")).Select(b => b.Email).ToHashSet(StringComparer.OrdinalIgnoreCase);
            return await RegisteredBuyers.Check(rows, foreign, dispatcher, ct);
        }

        async Task<Row> Take(string email, string name, string? taxId, bool isGiven, ListRecentBuyers.Row? buyer, bool tryOnly, CancellationToken ct)
        {
            var row = new Row(email, name, taxId, Outcome.Unchanged);
            if (string.IsNullOrWhiteSpace(taxId)) return row with { Outcome = Outcome.Missing };
            var country = Country.Find(buyer?.Address.Country);
            if (country is null or "RO" && !Cui.TryParse(taxId, out _)) return row with { Outcome = Outcome.Refused, Note = $"{taxId} is not a valid CUI." };

            var known = (await dispatcher.Ask(new ListCustomers(email), ct)).OrThrow().Rows.Where(c => email.Equals(c.Email, StringComparison.OrdinalIgnoreCase)).ToList();
            return known switch
            {
                [] when buyer is null => row with { Outcome = Outcome.Refused, Note = "Nobody with this address bought in these days, and the directory does not know it." },
                [] => await Create(row, buyer!, country, tryOnly, ct),
                [var one] => await Complete(row with { Name = one.Name }, one.Whole, isGiven, tryOnly, ct),
                _ => row with { Outcome = Outcome.Refused, Note = "Several customers have this address: set the number on the right one." },
            };
        }

        async Task<Row> Create(Row row, ListRecentBuyers.Row buyer, string? country, bool tryOnly, CancellationToken ct)
        {
            var details = new CustomerDetails
            {
                Kind = BuyerKind.Company,
                Name = buyer.Name,
                TaxId = row.TaxId,
                Email = buyer.Email,
                BillingAddress = country is null ? null : AddressCheck.Of(buyer.Address).Address,
            };
            return After(row, Outcome.Created, tryOnly ? null : (await dispatcher.Send(new CreateCustomer(details), ct)).Error);
        }

        async Task<Row> Complete(Row row, GetCustomer.View known, bool isGiven, bool tryOnly, CancellationToken ct)
        {
            if (Same(known.Details, row.TaxId!)) return row;
            if (known.Details.TaxId is { } kept && !isGiven) return row with { TaxId = kept, Note = $"The directory says {kept}, the sale {row.TaxId}." };
            var details = known.Details with { Kind = BuyerKind.Company, TaxId = row.TaxId, VatId = null };
            return After(row, Outcome.Updated, tryOnly ? null : (await dispatcher.Send(new UpdateCustomer(known.Id, details, known.Version), ct)).Error);
        }

        // The sales of an address read what was told of it; the directory they do not.
        async Task<List<Row>> Tell(List<Row> rows, Dictionary<string, string> given, CancellationToken ct)
        {
            List<Row> told = [];
            foreach (var row in rows)
            {
                var isKept = row.Outcome is not (Outcome.Missing or Outcome.Refused);
                var answer = isKept && given.TryGetValue(row.Email, out var taxId) ? await dispatcher.Send(new MapCustomer(row.Email, taxId), ct) : 0;
                if (answer.Error is { Kind: ErrorKind.Unavailable } away) throw new RuleBrokenException(away);
                told.Add(answer.IsOk ? row with { SalesGoOn = answer.OrThrow() } : row with { Note = answer.Error!.Message });
            }

            return told;
        }

        static bool Same(CustomerDetails known, string taxId) =>
            Cui.TryParse(taxId, out var cui) && Cui.TryParse(known.TaxId, out var kept) ? cui == kept : string.Equals(known.TaxId, taxId, StringComparison.OrdinalIgnoreCase);

        static Row After(Row row, Outcome done, Error? refusal)
        {
            if (refusal is { Kind: ErrorKind.Forbidden or ErrorKind.Unavailable }) throw new RuleBrokenException(refusal);
            return refusal is null ? row with { Outcome = done } : row with { Outcome = Outcome.Refused, Note = refusal.Message };
        }
    }
}
