namespace InvoiceSync.Fiscal;

/// <summary>
/// One way to file. Every documented and observed answer is a record, never an exception; only the caller's own
/// cancellation is thrown. Submit is never repeated inside: a doubt is settled as the provider's further face allows.
/// </summary>
public interface IFiscalProvider
{
    string Name { get; }

    /// <summary>How people call it.</summary>
    string Title { get; }

    /// <summary>The name of the secret that opens the tenant's connection to it; null needs no connection.</summary>
    string? Secret { get; }

    Task<SubmitAnswer> Submit(FiscalAccount account, FiscalSubmission submission, CancellationToken ct);

    Task<StatusAnswer> Status(FiscalAccount account, string index, CancellationToken ct);

    /// <summary>Fetches the original. Authorities limit this hard (ANAF: 10 a day for each message): ask once and keep it.</summary>
    Task<ReceiptAnswer> Download(FiscalAccount account, string downloadId, CancellationToken ct);

    Task<FiscalCheck> Test(FiscalAccount account, CancellationToken ct);
}
