using InvoiceSync.Fiscal;

namespace InvoiceSync.Connectors.Archive;

/// <summary>Files nothing anywhere: the XML and our own print are kept under the invoice's number. There is nobody to be in doubt about.</summary>
sealed class ArchiveProvider(TimeProvider time) : IFiscalProvider
{
    const int MostDocument = 10 * 1024 * 1024; // as ANAF takes: what is kept here should be fit to be filed one day

    public string Name => ArchiveConnector.Name;

    public string Title => "Archive";

    public string? Secret => null;

    public Task<SubmitAnswer> Submit(FiscalAccount account, FiscalSubmission submission, CancellationToken ct) => Now<SubmitAnswer>(
        submission switch
        {
            { Document: not { Number.Length: > 0 and <= 64 } } => new SubmitAnswer.Rejected(RejectionKind.FixData, ["A document without a number of 1 to 64 characters is not kept."]),
            { Xml.Length: 0 or > MostDocument } => new SubmitAnswer.Rejected(RejectionKind.FixData, ["The document is empty or larger than 10 MB."]),
            _ => new SubmitAnswer.Received(submission.Document.Number, time.GetUtcNow()),
        },
        ct);

    public Task<StatusAnswer> Status(FiscalAccount account, string index, CancellationToken ct) => Now<StatusAnswer>(new StatusAnswer.Accepted(index), ct);

    public Task<ReceiptAnswer> Download(FiscalAccount account, string downloadId, CancellationToken ct) => Now<ReceiptAnswer>(new ReceiptAnswer.OwnPrint(), ct);

    public Task<FiscalCheck> Test(FiscalAccount account, CancellationToken ct) => Now<FiscalCheck>(new FiscalCheck.Works(), ct);

    static Task<T> Now<T>(T answer, CancellationToken ct) => ct.IsCancellationRequested ? Task.FromCanceled<T>(ct) : Task.FromResult(answer);
}
