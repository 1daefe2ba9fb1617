namespace InvoiceSync.Client;

/// <summary>
/// The REST API of a portal, version 1, in the name of one API key. Give it an HttpClient to share one, as IHttpClientFactory does. Every POST carries an
/// Idempotency-Key; a call that met a limit or a portal that is away waits as it is told and is sent again.
/// </summary>
public sealed class InvoiceSyncClient : IDisposable
{
    readonly HttpClient? own;

    public InvoiceSyncClient(Uri portal, string key, HttpClient? http = null, TimeProvider? time = null)
    {
        own = http is null ? new HttpClient() : null;
        var wire = new Wire(http ?? own!, portal, key, time ?? TimeProvider.System);
        (Customers, Products, Invoices) = (new(wire), new(wire), new(wire));
        (Schedules, Estimates, Payments) = (new(wire), new(wire), new(wire));
        (Reports, Events) = (new(wire), new(wire));
        (Fiscal, FiscalMessages, MappingRules) = (new(wire), new(wire), new(wire));
        (Filings, NotificationWebhook) = (new(wire), new(wire));
    }

    public Customers Customers { get; }

    public Products Products { get; }

    public Invoices Invoices { get; }

    public Schedules Schedules { get; }

    public Estimates Estimates { get; }

    public Payments Payments { get; }

    public Reports Reports { get; }

    public Events Events { get; }

    public Fiscal Fiscal { get; }

    public FiscalMessages FiscalMessages { get; }

    public Filings Filings { get; }

    public MappingRules MappingRules { get; }

    public NotificationWebhook NotificationWebhook { get; }

    public void Dispose() => own?.Dispose();
}
