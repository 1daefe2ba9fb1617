using InvoiceSync.Customers;
using InvoiceSync.Kernel;
using InvoiceSync.Sync.Mapping;
using InvoiceSync.Sync.Steps;

namespace InvoiceSync.Sync;

/// <summary>
/// Which companies buyers without a tax number may be, as ANAF's register knows them. The register is not asked by name: each guess is a
/// number found on the sale or with a colleague. None is used until a person confirms it.
/// </summary>
[Requires("customer.read")]
public sealed record GuessTaxIds(int Days) : IProcess<IReadOnlyList<GuessTaxIds.Row>>
{
    /// <summary>Likeness: of the buyer's name and the register's, in percent.</summary>
    public sealed record Row(string Email, string Name, CompanyRecord Company, TaxIdClue From, int Likeness);

    internal sealed class Handler(IDispatcher dispatcher) : IHandle<GuessTaxIds, IReadOnlyList<Row>>
    {
        const int Most = 1000;

        public async Task<IReadOnlyList<Row>> Handle(GuessTaxIds command, CancellationToken ct)
        {
            var clues = (await dispatcher.Ask(new ListTaxIdClues(command.Days), ct)).OrThrow();
            if (clues.Count == 0) return [];
            var known = (await dispatcher.Send(new FindCompanies([.. clues.Select(c => c.Cui.Digits).Distinct().Take(Most)]), ct)).OrThrow().Found.ToDictionary(c => c.Cui);
            return
            [
                .. clues.Where(c => known.ContainsKey(c.Cui.Digits)).Select(c => new Row(c.Email, c.Name, known[c.Cui.Digits], c.From, NameLikeness.Of(c.Name, known[c.Cui.Digits].Name)))
                    .OrderByDescending(r => r.Likeness).ThenBy(r => r.Email, StringComparer.Ordinal).ThenBy(r => r.Company.Cui, StringComparer.Ordinal),
            ];
        }
    }
}
