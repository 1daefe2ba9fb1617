using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Mapping;
using InvoiceSync.Sync.Model;
using InvoiceSync.Sync.Steps;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Sync.Batches;

/// <summary>Reads one sale and says what would become of it, with a digest of the very invoice and of whether it is filed: the same digest later means nothing has changed. Keeps nothing.</summary>
[Requires("fiscal.file")]
sealed record PlanSale(SourceKey Key) : IProcess<PlanSale.View>
{
    /// <summary>Digest is null when it would not be invoiced; Code and Reason say why. Keeps: why its invoice would not be filed. Source is null when it is gone.</summary>
    internal sealed record View(SourceSale? Source, DateOnly? SoldOn, string? Digest, string? Code, string? Reason, KeptBecause? Keeps = null);

    internal sealed class Handler(IDispatcher dispatcher, SourceDoor door, CallerHolder who) : IHandle<PlanSale, View>
    {
        public async Task<View> Handle(PlanSale command, CancellationToken ct)
        {
            var (source, account) = await door.Open(who.Caller, ct);
            switch (await source.Fetch(account, command.Key, ct))
            {
                case SourceAnswer<SourceSale>.Found(var sale):
                    var tenant = (await dispatcher.Ask(new GetTenant(), ct)).OrThrow();
                    return await Foresee(sale, tenant.DateOf(sale.IssuedAt ?? sale.CreatedAt), ct);
                case SourceAnswer<SourceSale>.Gone:
                    return new(null, null, null, "sale.deleted", "It no longer exists at the source.");
                case var other:
                    throw await door.Refusal(who.Caller, other, ct);
            }
        }

        async Task<View> Foresee(SourceSale sale, DateOnly soldOn, CancellationToken ct)
        {
            var known = (await dispatcher.Ask(new FindSale(sale.Key), ct)).OrThrow();
            var seen = known is { } id ? (await dispatcher.Ask(new GetSale(id), ct)).OrThrow() : null;
            if (seen is { Invoice: not null }) return new(sale, soldOn, null, SaleErrors.Invoiced.Code, SaleErrors.Invoiced.Message);
            if (!Sale.IsFinished(sale)) return new(sale, soldOn, null, "sale.not_due", SaleErrors.NotDue(null).Message);

            var buyer = (await dispatcher.Ask(new GetCorrection(sale.Customer.Id ?? sale.Key.Id), ct)).OrThrow();
            return (await dispatcher.Send(new MapSale(sale with { Number = sale.Number ?? seen?.Sale.Number }, buyer), ct)).OrThrow() switch
            {
                Mapped.ToInvoice(var document) => await Invoiced(sale, soldOn, document, ct),
                Mapped.ToPerson(var code, var reason) => new(sale, soldOn, null, code, reason),
                var other => throw new InvalidOperationException($"Unknown mapping {other}."),
            };
        }

        async Task<View> Invoiced(SourceSale sale, DateOnly soldOn, InvoiceDocument document, CancellationToken ct)
        {
            var keeps = (await dispatcher.Ask(new ForeseeFiling(document), ct)).OrThrow();
            var seen = JsonSerializer.SerializeToUtf8Bytes(document, StoredJson.Options);
            return new(sale, soldOn, Convert.ToHexStringLower(SHA256.HashData(keeps is null ? seen : [.. seen, .. Encoding.ASCII.GetBytes($" {keeps}")])), null, null, keeps);
        }
    }
}
