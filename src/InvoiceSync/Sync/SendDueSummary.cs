using InvoiceSync.Kernel;
using InvoiceSync.Sync.News;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Sync;

/// <summary>Each hour from seven in the morning of a company's clock: yesterday's summary, which nobody gets twice. So a morning without power is made up.</summary>
[Requires("invoice.create")]
public sealed record SendDueSummary : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher, TimeProvider time) : IHandle<SendDueSummary, Done>
    {
        const int FirstHour = 7;

        public async Task<Done> Handle(SendDueSummary command, CancellationToken ct)
        {
            var tenant = (await dispatcher.Ask(new GetTenant(), ct)).OrThrow();
            var now = time.GetUtcNow();
            if (TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(tenant.Zone)).Hour < FirstHour) return default;
            if (!await IsWanted(ct)) return default;
            (await dispatcher.Send(new SendSummary(tenant.DateOf(now).AddDays(-1)), ct)).OrThrow();
            return default;
        }

        async Task<bool> IsWanted(CancellationToken ct) =>
            (await dispatcher.Ask(new ListListeners(NewsKind.Summary), ct)).OrThrow().People.Count > 0
            || (await dispatcher.Ask(new GetNewsHook(), ct)).OrThrow() is { Address: not null, Choice.Summary: true };
    }
}
