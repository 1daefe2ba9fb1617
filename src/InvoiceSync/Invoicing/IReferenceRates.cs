namespace InvoiceSync.Invoicing;

/// <summary>
/// Official exchange rates of one publisher, first and last day included. Days without a rate (weekends, bank holidays)
/// have no row; the caller takes the last one published before.
/// </summary>
public interface IReferenceRates
{
    string Source { get; }

    Task<RatesAnswer> Rates(Uri baseAddress, DateOnly from, DateOnly to, CancellationToken ct);
}
