using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Invoicing.Model;

/// <summary>Today as the company's calendar says.</summary>
static class CompanyDay
{
    public static async Task<DateOnly> Today(this IDispatcher dispatcher, TimeProvider time, CancellationToken ct) =>
        (await dispatcher.Ask(new GetTenant(), ct)).OrThrow().DateOf(time.GetUtcNow());
}
