using InvoiceSync.Invoicing;

namespace InvoiceSync.Fiscal;

/// <summary>
/// A provider that keeps books of its own: it numbers documents from its series and knows taxes by its own names. It has no
/// list; that something was made is told by the next number of the series alone, so one call at a time goes into a series.
/// </summary>
public interface IFiscalBooks : IFiscalProvider, IFiscalEstimates
{
    Task<BooksAnswer<IReadOnlyList<FiscalSeries>>> Series(FiscalAccount account, CancellationToken ct);

    Task<BooksAnswer<IReadOnlyList<FiscalTax>>> Taxes(FiscalAccount account, CancellationToken ct);

    /// <summary>What a document there comes to and what was paid of it; null when there is none under this index.</summary>
    Task<BooksAnswer<BooksBalance?>> Balance(FiscalAccount account, string index, CancellationToken ct);

    /// <summary>Tells the books of a payment. Told twice, they have two.</summary>
    Task<BooksChange> Pay(FiscalAccount account, string index, BooksPayment payment, CancellationToken ct);

    /// <summary>Takes a payment back that they were told of.</summary>
    Task<BooksChange> Unpay(FiscalAccount account, string index, BooksPayment payment, CancellationToken ct);

    /// <summary>Writes an invoice as a draft to look at: it takes no number and is nothing to anybody.</summary>
    Task<BooksChange> Draft(FiscalAccount account, InvoiceDocument invoice, CancellationToken ct);

    /// <summary>Cancels a document, restores a cancelled one, or deletes the last of its series.</summary>
    Task<BooksChange> Change(FiscalAccount account, string index, BooksStep step, CancellationToken ct);
}

/// <summary>A series of documents and the number its next one will have.</summary>
public sealed record FiscalSeries(string Name, long Next);

/// <summary>A tax by the provider's own name; Percent is like 21.</summary>
public sealed record FiscalTax(string Name, decimal Percent);
