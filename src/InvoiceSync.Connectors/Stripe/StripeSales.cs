using InvoiceSync.Sync;

namespace InvoiceSync.Connectors.Stripe;

/// <summary>Stripe's answers to the port: each question goes to the file that knows the objects behind it.</summary>
sealed class StripeSales(StripeInvoices invoices, StripeCharges charges, StripeEvents events, StripeLocator locator, StripeConnectionTest test) : ISalesSource
{
    public string Provider => StripeConnector.Provider;

    public Task<SourceAnswer<SourceSale>> Fetch(SourceAccount account, SourceKey key, CancellationToken ct) =>
        key.Kind == SaleKind.Invoice ? invoices.Fetch(account, key.Id, ct) : charges.Fetch(account, key.Id, ct);

    public Task<SourceAnswer<SourcePage>> List(
        SourceAccount account, SaleKind kind, DateTimeOffset from, DateTimeOffset to, string? cursor, CancellationToken ct)
    {
        var filters = new StripeForm().Add("created[gte]", from).Add("created[lt]", to).Add("starting_after", cursor);
        return kind == SaleKind.Invoice ? invoices.List(account, filters, ct) : charges.List(account, filters, ct);
    }

    public Task<SourceAnswer<EventPage>> Events(SourceAccount account, string? afterEventId, DateTimeOffset? from, CancellationToken ct) =>
        afterEventId is not null ? events.After(account, afterEventId, from, ct)
        : from is { } since ? events.Oldest(account, since, ct)
        : events.Newest(account, ct);

    public Task<SourceAnswer<SourceKey>> Locate(SourceAccount account, string objectType, string objectId, CancellationToken ct) =>
        locator.Find(account, objectType, objectId, ct);

    public Task<ConnectionCheck> Test(SourceAccount account, CancellationToken ct) => test.Run(account, ct);
}
