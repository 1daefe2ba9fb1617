using System.Globalization;

namespace InvoiceSync.Client;

/// <summary>/v1/reports. Without days this month; a currency leaves out all others.</summary>
public sealed class Reports
{
    readonly Wire wire;

    internal Reports(Wire wire) => this.wire = wire;

    /// <summary>By is day or month.</summary>
    public Task<SalesReport> Sales(DateOnly? from = null, DateOnly? to = null, string? by = null, string? currency = null, CancellationToken ct = default) =>
        wire.Get<SalesReport>("reports/sales", Of(from, to, currency, ("by", by)), ct);

    public Task<TopCustomers> TopCustomers(DateOnly? from = null, DateOnly? to = null, string? currency = null, CancellationToken ct = default) =>
        wire.Get<TopCustomers>("reports/sales/customers", Of(from, to, currency), ct);

    public Task<TopProducts> TopProducts(DateOnly? from = null, DateOnly? to = null, string? currency = null, CancellationToken ct = default) =>
        wire.Get<TopProducts>("reports/sales/products", Of(from, to, currency), ct);

    /// <summary>Basis is issue or supply.</summary>
    public Task<TaxReport> Tax(DateOnly? from = null, DateOnly? to = null, string? basis = null, string? currency = null, CancellationToken ct = default) =>
        wire.Get<TaxReport>("reports/tax", Of(from, to, currency, ("basis", basis)), ct);

    public Task<PaymentsReport> Payments(DateOnly? from = null, DateOnly? to = null, string? by = null, string? currency = null, CancellationToken ct = default) =>
        wire.Get<PaymentsReport>("reports/payments", Of(from, to, currency, ("by", by)), ct);

    public Task<AgingReport> Aging(string? currency = null, CancellationToken ct = default) => wire.Get<AgingReport>("reports/aging", Of(null, null, currency), ct);

    public Task<Debtors> Debtors(string? currency = null, CancellationToken ct = default) => wire.Get<Debtors>("reports/aging/customers", Of(null, null, currency), ct);

    static Dictionary<string, string> Of(DateOnly? from, DateOnly? to, string? currency, params (string Name, string? Value)[] more)
    {
        (string Name, string? Value)[] all = [("from", Day(from)), ("to", Day(to)), ("currency", currency), .. more];
        return all.Where(p => p.Value is not null).ToDictionary(p => p.Name, p => p.Value!);
    }

    static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
