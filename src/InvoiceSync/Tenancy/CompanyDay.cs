using InvoiceSync.Kernel;

namespace InvoiceSync.Tenancy;

/// <summary>Which day it is for the caller's company: documents, due dates and reports are dated by its own calendar.</summary>
public static class CompanyDay
{
    public static async Task<DateOnly> Today(this IDispatcher dispatcher, TimeProvider time, CancellationToken ct) =>
        (await dispatcher.Ask(new GetTenant(), ct)).OrThrow().DateOf(time.GetUtcNow());
}
