using InvoiceSync.Tenancy;

namespace InvoiceSync.Fiscal.Model;

/// <summary>
/// How often the authority is asked. ANAF allows 100 status questions a day for one message and its list lags up to 15
/// minutes; the practice world answers in seconds, and nobody wants to wait there.
/// </summary>
sealed record FiscalPace
{
    static readonly TimeSpan[] Real = [.. new[] { 15, 30, 60, 120, 300, 600, 1200, 2400, 3600 }.Select(s => TimeSpan.FromSeconds(s))];
    static readonly TimeSpan[] Practice = [.. new[] { 1, 1, 2, 3, 5, 10, 30 }.Select(s => TimeSpan.FromSeconds(s))];

    public TimeSpan BeforeAsk(TenantMode mode, int asked)
    {
        var steps = mode == TenantMode.Real ? Real : Practice;
        return steps[Math.Min(asked, steps.Length - 1)];
    }

    /// <summary>
    /// How long after sending a filing the authority's list does not show may count as never received. The list lags 15 minutes,
    /// processing can take hours, and ANAF has been seen to keep both of two uploads: a day costs nothing of a five-day term.
    /// Lists end a minute before now, so even the quick practice world shows an upload only after that.
    /// </summary>
    public TimeSpan ListLag(TenantMode mode) => mode == TenantMode.Real ? TimeSpan.FromHours(24) : TimeSpan.FromSeconds(75);

    /// <summary>How long after sending a next number tells what was made: even a slow call must have ended by then.</summary>
    public TimeSpan BooksLag(TenantMode mode) => mode == TenantMode.Real ? TimeSpan.FromMinutes(15) : TimeSpan.FromSeconds(5);

    /// <summary>Before trying for a series again that another filing has.</summary>
    public TimeSpan BeforeTurn(TenantMode mode) => mode == TenantMode.Real ? TimeSpan.FromSeconds(5) : TimeSpan.FromMilliseconds(300);

    public TimeSpan BeforeRetry(TenantMode mode) => mode == TenantMode.Real ? TimeSpan.FromMinutes(2) : TimeSpan.FromSeconds(1);

    /// <summary>How long to wait for a person to reconnect before looking again; reconnecting itself wakes everything.</summary>
    public TimeSpan BeforeLookingForPerson(TenantMode mode) => mode == TenantMode.Real ? TimeSpan.FromMinutes(15) : TimeSpan.FromSeconds(15);
}
