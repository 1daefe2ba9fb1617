using System.Globalization;

namespace InvoiceSync.Fiscal.Model;

/// <summary>Stands before a provider: leaves it in peace while it rests, and notes how each call went. A refusal is an answer; only silence and faults are trouble.</summary>
class WatchedProvider(IFiscalProvider inner, ProviderWatch watch) : IFiscalProvider
{
    public string Name => inner.Name;

    public string Title => inner.Title;

    public string? Secret => inner.Secret;

    /// <summary>Watched with the faces it has; what calls nobody needs no watch.</summary>
    public static IFiscalProvider Before(IFiscalProvider inner, ProviderWatch watch) => inner switch
    {
        IFiscalBooks books => new WatchedBooks(books, watch),
        IFiscalList list => new WatchedList(list, watch),
        { Secret: null } => inner,
        _ => new WatchedProvider(inner, watch),
    };

    public Task<SubmitAnswer> Submit(FiscalAccount account, FiscalSubmission submission, CancellationToken ct) => Submitted(account, () => inner.Submit(account, submission, ct), ct);

    public Task<StatusAnswer> Status(FiscalAccount account, string index, CancellationToken ct) =>
        Call(account, () => inner.Status(account, index, ct), why => new StatusAnswer.Unavailable(why), answer => (answer as StatusAnswer.Unavailable)?.Why, answer => answer is StatusAnswer.Limited, ct);

    public Task<ReceiptAnswer> Download(FiscalAccount account, string downloadId, CancellationToken ct) => Fetched(account, () => inner.Download(account, downloadId, ct), ct);

    // A person who presses the button wants to know how it is now.
    public async Task<FiscalCheck> Test(FiscalAccount account, CancellationToken ct)
    {
        var answer = await inner.Test(account, ct);
        await watch.Note(account.Tenant, Name, (answer as FiscalCheck.Unavailable)?.Why, account.Test, ct);
        return answer;
    }

    protected Task<SubmitAnswer> Submitted(FiscalAccount account, Func<Task<SubmitAnswer>> call, CancellationToken ct) =>
        Call(account, call, why => new SubmitAnswer.NotSent(why), answer => answer switch
        {
            SubmitAnswer.InDoubt(var why) => why,
            SubmitAnswer.NotSent(var why) => why,
            _ => null,
        }, answer => answer is SubmitAnswer.Limited, ct);

    protected Task<ReceiptAnswer> Fetched(FiscalAccount account, Func<Task<ReceiptAnswer>> call, CancellationToken ct) =>
        Call(account, call, why => new ReceiptAnswer.Unavailable(why), answer => (answer as ReceiptAnswer.Unavailable)?.Why, answer => answer is ReceiptAnswer.Limited, ct);

    protected async Task<T> Call<T>(FiscalAccount account, Func<Task<T>> call, Func<string, T> rest, Func<T, string?> trouble, Func<T, bool> tellsNothing, CancellationToken ct)
    {
        if (await watch.RestsUntil(account.Tenant, Name, ct) is { } until)
            return rest(string.Create(CultureInfo.InvariantCulture, $"Too many calls failed in a row; the next is made at {until:HH:mm:ss} UTC."));
        var answer = await call();
        // Our own limits say nothing of how the provider is.
        if (!tellsNothing(answer)) await watch.Note(account.Tenant, Name, trouble(answer), account.Test, ct);
        return answer;
    }
}
