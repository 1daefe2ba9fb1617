using System.Globalization;
using InvoiceSync.Customers;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Mapping;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Sync.Steps;

/// <summary>Says what a sale would become, the invoice or the reason for a person, and makes neither.</summary>
[Requires("fiscal.file")]
sealed record MapSale(SourceSale Source, BuyerDetails Correction) : IProcess<Mapped>
{
    internal sealed class Handler(IDispatcher dispatcher, ScopedDispatch system, CallerHolder who) : IHandle<MapSale, Mapped>
    {
        public async Task<Mapped> Handle(MapSale command, CancellationToken ct)
        {
            var seller = (await dispatcher.Ask(new GetCompanyProfile(), ct)).OrThrow();
            if (seller is null) return new Mapped.ToPerson("company.profile_missing", "Fill in your company profile first, then read the sale again.");

            var (sale, tenant) = (command.Source, (await dispatcher.Ask(new GetTenant(), ct)).OrThrow());
            var taxPoint = tenant.DateOf(sale.IssuedAt ?? sale.CreatedAt);
            var rate = sale.Currency == Currency.Ron ? null : (await dispatcher.Send(new FindRate(sale.Currency, taxPoint), ct)).OrThrow();
            var settings = (await system.As(Caller.System(who.Caller.Tenant, "system"), d => d.Ask(new OpenConnection(SourceDoor.Stripe), ct))).OrThrow().Settings;
            decimal? chargeRate = decimal.TryParse(settings.GetValueOrDefault("charge_vat_rate"), CultureInfo.InvariantCulture, out var percent) ? percent : null;
            var mapping = (await dispatcher.Ask(new GetMapping(sale.Customer.Email), ct)).OrThrow();
            return SaleMapper.Map(sale, seller, command.Correction, tenant, chargeRate, rate, mapping.Rules, mapping.TaxId);
        }
    }
}
