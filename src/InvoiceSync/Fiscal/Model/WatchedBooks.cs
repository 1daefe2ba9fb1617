using InvoiceSync.Invoicing;

namespace InvoiceSync.Fiscal.Model;

/// <summary>The watch before a provider that keeps books.</summary>
sealed class WatchedBooks(IFiscalBooks inner, ProviderWatch watch) : WatchedProvider(inner, watch), IFiscalBooks
{
    readonly IFiscalBooks books = inner;

    public Task<BooksAnswer<IReadOnlyList<FiscalSeries>>> Series(FiscalAccount account, CancellationToken ct) => Asked(account, () => books.Series(account, ct), ct);

    public Task<BooksAnswer<IReadOnlyList<FiscalTax>>> Taxes(FiscalAccount account, CancellationToken ct) => Asked(account, () => books.Taxes(account, ct), ct);

    public Task<BooksAnswer<BooksBalance?>> Balance(FiscalAccount account, string index, CancellationToken ct) => Asked(account, () => books.Balance(account, index, ct), ct);

    public Task<BooksChange> Pay(FiscalAccount account, string index, BooksPayment payment, CancellationToken ct) => Changed(account, () => books.Pay(account, index, payment, ct), ct);

    public Task<BooksChange> Unpay(FiscalAccount account, string index, BooksPayment payment, CancellationToken ct) => Changed(account, () => books.Unpay(account, index, payment, ct), ct);

    public Task<BooksChange> Change(FiscalAccount account, string index, BooksStep step, CancellationToken ct) => Changed(account, () => books.Change(account, index, step, ct), ct);

    public Task<BooksChange> Draft(FiscalAccount account, InvoiceDocument invoice, CancellationToken ct) => Changed(account, () => books.Draft(account, invoice, ct), ct);

    public Task<BooksAnswer<IReadOnlyList<FiscalSeries>>> EstimateSeries(FiscalAccount account, CancellationToken ct) => Asked(account, () => books.EstimateSeries(account, ct), ct);

    public Task<SubmitAnswer> MakeEstimate(FiscalAccount account, InvoiceDocument estimate, string series, DateOnly validUntil, CancellationToken ct) =>
        Submitted(account, () => books.MakeEstimate(account, estimate, series, validUntil, ct), ct);

    public Task<ReceiptAnswer> EstimatePdf(FiscalAccount account, string index, CancellationToken ct) => Fetched(account, () => books.EstimatePdf(account, index, ct), ct);

    public Task<BooksAnswer<IReadOnlyList<string>>> InvoicesOf(FiscalAccount account, string index, CancellationToken ct) => Asked(account, () => books.InvoicesOf(account, index, ct), ct);

    public Task<BooksChange> ChangeEstimate(FiscalAccount account, string index, BooksStep step, CancellationToken ct) => Changed(account, () => books.ChangeEstimate(account, index, step, ct), ct);

    public Task<BooksChange> Mail(FiscalAccount account, string index, BooksLetter letter, CancellationToken ct) => Changed(account, () => books.Mail(account, index, letter, ct), ct);

    Task<BooksChange> Changed(FiscalAccount account, Func<Task<BooksChange>> call, CancellationToken ct) =>
        Call(account, call, why => new BooksChange.NotSent(why), answer => answer switch
        {
            BooksChange.InDoubt(var why) => why,
            BooksChange.NotSent(var why) => why,
            _ => null,
        }, answer => answer is BooksChange.Limited, ct);

    Task<BooksAnswer<T>> Asked<T>(FiscalAccount account, Func<Task<BooksAnswer<T>>> call, CancellationToken ct) =>
        Call(account, call, why => new BooksAnswer<T>.Unavailable(why), answer => (answer as BooksAnswer<T>.Unavailable)?.Why, answer => answer is BooksAnswer<T>.Limited, ct);
}
