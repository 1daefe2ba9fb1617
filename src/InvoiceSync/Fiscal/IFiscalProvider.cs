namespace InvoiceSync.Fiscal;

/// <summary>
/// Talks to one tax authority. Every documented and observed answer is a record, never an exception; only the
/// caller's own cancellation is thrown. Submit is never repeated inside: an answer in doubt is settled by Search.
/// </summary>
public interface IFiscalProvider
{
    string Name { get; }

    Task<SubmitAnswer> Submit(FiscalAccount account, FiscalSubmission submission, CancellationToken ct);

    Task<StatusAnswer> Status(FiscalAccount account, string index, CancellationToken ct);

    /// <summary>One page of the authority's messages for the account, pages counted from 1.</summary>
    Task<SearchAnswer> Search(FiscalAccount account, DateTimeOffset from, DateTimeOffset to, int page, CancellationToken ct);

    /// <summary>Fetches a receipt. Authorities limit this hard (ANAF: 10 a day for each message): ask once and keep it.</summary>
    Task<ReceiptAnswer> Download(FiscalAccount account, string downloadId, CancellationToken ct);

    Task<FiscalCheck> Test(FiscalAccount account, CancellationToken ct);
}
