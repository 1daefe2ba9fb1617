using InvoiceSync.Invoicing;

namespace InvoiceSync.Fiscal;

/// <summary>
/// Pro-formas in a provider's books, numbered from series of their own, and mail in its name. No call has an idempotency key: that a
/// pro-forma was made is told by the next number of its series alone. An index is series and number, like "PRF 0003".
/// </summary>
public interface IFiscalEstimates
{
    Task<BooksAnswer<IReadOnlyList<FiscalSeries>>> EstimateSeries(FiscalAccount account, CancellationToken ct);

    /// <summary>Makes a pro-forma of the series. Asked twice, there are two.</summary>
    Task<SubmitAnswer> MakeEstimate(FiscalAccount account, InvoiceDocument estimate, string series, DateOnly validUntil, CancellationToken ct);

    Task<ReceiptAnswer> EstimatePdf(FiscalAccount account, string index, CancellationToken ct);

    /// <summary>The invoices somebody made of a pro-forma there, by their numbers.</summary>
    Task<BooksAnswer<IReadOnlyList<string>>> InvoicesOf(FiscalAccount account, string index, CancellationToken ct);

    /// <summary>Cancels a pro-forma, restores a cancelled one, or deletes the last of its series.</summary>
    Task<BooksChange> ChangeEstimate(FiscalAccount account, string index, BooksStep step, CancellationToken ct);

    /// <summary>Has an invoice sent by mail with its PDF. Asked twice, it is sent twice.</summary>
    Task<BooksChange> Mail(FiscalAccount account, string index, BooksLetter letter, CancellationToken ct);
}

/// <summary>A mail that a provider sends with a document: to one address, the text in plain lines.</summary>
public sealed record BooksLetter(string To, string Subject, string Text);
