using InvoiceSync.Kernel;

namespace InvoiceSync.Tenancy;

public static class CompanyDay
{
    /// <summary>Today by the calendar of the caller's company.</summary>
    public static async Task<DateOnly> Today(this IDispatcher dispatcher, TimeProvider time, CancellationToken ct) =>
        (await dispatcher.Ask(new GetTenant(), ct)).OrThrow().DateOf(time.GetUtcNow());
}
