using InvoiceSync.Fiscal;

namespace InvoiceSync.Tests.Given;

/// <summary>A provider without a line that takes everything.</summary>
sealed class FakeArchive : IFiscalProvider
{
    public string Name => "archive";

    public string Title => "Archive";

    public string? Secret => null;

    public Task<SubmitAnswer> Submit(FiscalAccount account, FiscalSubmission submission, CancellationToken ct) =>
        Task.FromResult<SubmitAnswer>(new SubmitAnswer.Received(submission.Document!.Number, Some.Noon));

    public Task<StatusAnswer> Status(FiscalAccount account, string index, CancellationToken ct) => Task.FromResult<StatusAnswer>(new StatusAnswer.Accepted(index));

    public Task<ReceiptAnswer> Download(FiscalAccount account, string downloadId, CancellationToken ct) => Task.FromResult<ReceiptAnswer>(new ReceiptAnswer.OwnPrint());

    public Task<FiscalCheck> Test(FiscalAccount account, CancellationToken ct) => Task.FromResult<FiscalCheck>(new FiscalCheck.Works());
}
