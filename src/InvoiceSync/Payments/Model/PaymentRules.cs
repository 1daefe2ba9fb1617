using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Payments.Model;

static class PaymentRules
{
    public static void CheckDate(DateOnly day, DateOnly today) => Rule.Require(day.Year >= 2000 && day <= today, PaymentErrors.DateInvalid);

    public static async Task<DateOnly> Today(this IDispatcher dispatcher, TimeProvider time, CancellationToken ct) =>
        (await dispatcher.Ask(new GetTenant(), ct)).OrThrow().DateOf(time.GetUtcNow());

    /// <summary>The official rate money is worth in RON on a day; none for RON, and none for a day that is refused anyway.</summary>
    public static async Task<FindRate.Found?> RateOf(this IDispatcher dispatcher, Currency currency, DateOnly day, CancellationToken ct) =>
        currency == Currency.Ron || day.Year < 2000 ? null : (await dispatcher.Send(new FindRate(currency, day), ct)).OrThrow();
}
