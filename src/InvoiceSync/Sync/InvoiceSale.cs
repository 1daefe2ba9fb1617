using InvoiceSync.Customers;
using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Mapping;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Sync;

/// <summary>Makes the invoice of a complete sale, or parks the sale with the reason. Asked twice it makes one.</summary>
[Requires("sales.file")]
public sealed record InvoiceSale(SaleId Sale) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher, ScopedDispatch system, CallerHolder who) : IHandle<InvoiceSale, Done>
    {
        public async Task<Done> Handle(InvoiceSale command, CancellationToken ct)
        {
            var ready = (await dispatcher.Ask(new GetReadySale(command.Sale), ct)).OrThrow();
            if (ready is null) return default;

            var seller = (await dispatcher.Ask(new GetCompanyProfile(), ct)).OrThrow();
            if (seller is null) return await Park(command.Sale, "company.profile_missing", "Fill in your company profile first; then it goes on by itself.", ct);

            switch (await Map(ready, seller, ct))
            {
                case Mapped.ToPerson(var code, var reason):
                    return await Park(command.Sale, code, reason, ct);
                case Mapped.ToInvoice(var document):
                    var sale = ready.Source;
                    var source = new InvoiceSource(SourceDoor.Stripe, sale.AccountId, sale.Live, sale.Key.Kind.ToString(), sale.Key.Id);
                    var invoice = (await dispatcher.Send(new IssueInvoice(source, document), ct)).OrThrow();
                    var issued = (await dispatcher.Ask(new GetInvoice(invoice), ct)).OrThrow().Document;
                    (await dispatcher.Send(new MarkInvoiced(command.Sale, invoice, issued.Number, FilingDeadline.For(issued.IssuedOn).At), ct)).OrThrow();
                    return default;
                case var other:
                    throw new InvalidOperationException($"Unknown mapping {other}.");
            }
        }

        async Task<Mapped> Map(GetReadySale.View ready, Seller seller, CancellationToken ct)
        {
            var tenant = (await dispatcher.Ask(new GetTenant(), ct)).OrThrow();
            var taxPoint = tenant.DateOf(ready.Source.IssuedAt ?? ready.Source.CreatedAt);
            var rate = ready.Source.Currency == Currency.Ron ? null : (await dispatcher.Send(new FindRate(ready.Source.Currency, taxPoint), ct)).OrThrow();
            var settings = (await system.As(Caller.System(who.Caller.Tenant, "system"), d => d.Ask(new OpenConnection(SourceDoor.Stripe), ct))).OrThrow().Settings;
            decimal? chargeRate = decimal.TryParse(settings.GetValueOrDefault("charge_vat_rate"), out var percent) ? percent : null;
            return SaleMapper.Map(ready.Source, seller, ready.Correction, tenant, chargeRate, rate);
        }

        async Task<Done> Park(SaleId sale, string code, string reason, CancellationToken ct) =>
            (await dispatcher.Send(new ParkSale(sale, code, reason), ct)).OrThrow();
    }
}
