namespace InvoiceSync.Fiscal.Model;

/// <summary>The watch before a provider with a list.</summary>
sealed class WatchedList(IFiscalList inner, ProviderWatch watch) : WatchedProvider(inner, watch), IFiscalList
{
    readonly IFiscalList list = inner;

    public Task<SearchAnswer> Search(FiscalAccount account, DateTimeOffset from, DateTimeOffset to, int page, CancellationToken ct) =>
        Call(account, () => list.Search(account, from, to, page, ct), why => new SearchAnswer.Unavailable(why), answer => (answer as SearchAnswer.Unavailable)?.Why, answer => answer is SearchAnswer.Limited, ct);
}
