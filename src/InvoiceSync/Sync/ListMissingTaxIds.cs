using InvoiceSync.Customers;
using InvoiceSync.Kernel;

namespace InvoiceSync.Sync;

/// <summary>
/// Buyers of the last days whose tax number is wrong or unknown: companies, and persons whose sales hint at a number; with Everybody all
/// persons too, who mostly have none. A register that is away keeps nobody from the list, only the guesses.
/// </summary>
[Requires("customer.read")]
public sealed record ListMissingTaxIds(int Days, bool Everybody = false) : IProcess<IReadOnlyList<ListMissingTaxIds.Row>>
{
    /// <summary>TaxId: the wrong one, which only its source can mend. Kind: a company gave a business name or a number. Guesses: the likeliest first.</summary>
    public sealed record Row(string Email, string Name, BuyerKind Kind, string? TaxId, IReadOnlyList<GuessTaxIds.Row> Guesses);

    internal sealed class Handler(IDispatcher dispatcher) : IHandle<ListMissingTaxIds, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(ListMissingTaxIds command, CancellationToken ct)
        {
            var buyers = (await dispatcher.Ask(new ListRecentBuyers(command.Days), ct)).OrThrow();
            var guessed = await dispatcher.Send(new GuessTaxIds(command.Days), ct);
            if (guessed.Error is { Kind: not ErrorKind.Unavailable } refused) throw new RuleBrokenException(refused);
            var guesses = (guessed.IsOk ? guessed.OrThrow() : []).ToLookup(g => g.Email, StringComparer.OrdinalIgnoreCase);
            return
            [
                .. from buyer in buyers
                   where buyer.LacksTaxId && (command.Everybody || buyer.IsCompany || guesses.Contains(buyer.Email)) || buyer.HasWrongTaxId
                   select new Row(buyer.Email, buyer.Name, buyer.IsCompany ? BuyerKind.Company : BuyerKind.Individual, buyer.LacksTaxId ? null : buyer.TaxId, [.. guesses[buyer.Email]]),
            ];
        }
    }
}
