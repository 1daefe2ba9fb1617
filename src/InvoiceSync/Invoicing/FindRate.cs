using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Invoicing;

/// <summary>
/// The official rate for a tax point: the last one published on a day before it, since BNR's rate of a day is valid from the
/// next (norms to art. 290 of the Fiscal Code). Fetched from the publisher when we do not hold it.
/// </summary>
[Requires("invoice.read")]
public sealed record FindRate(Currency Currency, DateOnly TaxPoint) : IProcess<FindRate.Found>
{
    public sealed record Found(decimal RonPerUnit, DateOnly PublishedOn, string Source);

    internal sealed class Handler(IDispatcher dispatcher, [FromKeyedServices("bnr")] IReferenceRates publisher, ProviderHosts hosts) : IHandle<FindRate, Found>
    {
        // Longer than any run of bank holidays.
        const int Reach = 10;

        public async Task<Found> Handle(FindRate asked, CancellationToken ct)
        {
            var tenant = (await dispatcher.Ask(new GetTenant(), ct)).OrThrow();
            var source = tenant.Mode == TenantMode.Practice ? $"{publisher.Source} (practice)" : publisher.Source;
            var kept = (await dispatcher.Ask(new KeptRate(source, asked.Currency, asked.TaxPoint), ct)).OrThrow();
            // The rate of the last weekday before cannot be overtaken; an older one may only be the newest we have heard of.
            if (kept is not null && kept.PublishedOn >= LastWeekdayBefore(asked.TaxPoint)) return kept;

            var answer = await publisher.Rates(hosts.Of(tenant.Mode, "bnr"), asked.TaxPoint.AddDays(-Reach), asked.TaxPoint.AddDays(-1), ct);
            if (answer is RatesAnswer.Found { Rates: var rates }) await dispatcher.Send(new KeepRates(source, rates), ct);
            kept = (await dispatcher.Ask(new KeptRate(source, asked.Currency, asked.TaxPoint), ct)).OrThrow();
            return kept is not null && answer is RatesAnswer.Found ? kept : throw new RuleBrokenException(InvoiceErrors.RateMissing);
        }

        static DateOnly LastWeekdayBefore(DateOnly day)
        {
            do day = day.AddDays(-1);
            while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
            return day;
        }
    }
}
