using InvoiceSync.Fiscal;

namespace InvoiceSync.IntegrationTests.Fiscal;

/// <summary>
/// What every way to file must do, whether an authority, a program that numbers, or a plain archive. A new one subclasses
/// this and brings a practice of it; Held is counted on the other side, so nobody can send twice in secret.
/// </summary>
public abstract partial class FiscalProviderCompliance : IAsyncLifetime
{
    protected static readonly TimeSpan AWhile = TimeSpan.FromMinutes(20); // longer than any authority's list lags behind

    protected FiscalPractice World { get; private set; } = null!;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected abstract Task<FiscalPractice> Open(CancellationToken ct);

    public async ValueTask InitializeAsync() => World = await Open(Ct);

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_good_document_is_accepted_and_its_original_is_there_to_keep()
    {
        var index = await Received(World.Good("K-1"));
        World.Pass(AWhile);
        var accepted = Assert.IsType<StatusAnswer.Accepted>(await World.Provider.Status(World.Account, index, Ct));
        switch (await World.Provider.Download(World.Account, accepted.DownloadId, Ct))
        {
            case ReceiptAnswer.Zip zip: Assert.NotEqual(0, zip.Bytes.Length); break;
            case ReceiptAnswer.Pdf pdf: Assert.True(pdf.Bytes.Span.StartsWith("%PDF"u8)); break;
            case var other: Assert.IsType<ReceiptAnswer.OwnPrint>(other); break;
        }

        if (World.CanBreak) Assert.Equal(1, await World.Held());
    }

    [Fact]
    public async Task Two_documents_have_two_indexes_that_fit_where_they_are_kept()
    {
        var (first, second) = (await Received(World.Good("K-2")), await Received(World.Good("K-3")));
        Assert.NotEqual(first, second);
        Assert.All((string[])[first, second], index => Assert.True(index.Length is > 0 and <= 64 && index.All(char.IsAscii)));
    }

    [Fact]
    public async Task What_cannot_be_taken_is_rejected_with_reasons_and_nothing_is_made()
    {
        var rejected = Assert.IsType<SubmitAnswer.Rejected>(await World.Provider.Submit(World.Account, World.Unfit(World.Good("K-4")), Ct));
        Assert.Equal(RejectionKind.FixData, rejected.Kind);
        Assert.NotEmpty(rejected.Errors);
        Assert.Equal(0, await World.Held());
    }

    [Fact]
    public async Task Only_the_callers_own_cancellation_is_thrown()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => World.Provider.Submit(World.Account, World.Good("K-5"), cancelled.Token));
    }

    [Fact]
    public async Task The_connection_test_passes_for_a_good_account() =>
        Assert.IsType<FiscalCheck.Works>(await World.Provider.Test(World.Account, Ct));

    protected async Task<string> Received(FiscalSubmission submission) =>
        Assert.IsType<SubmitAnswer.Received>(await World.Provider.Submit(World.Account, submission, Ct)).Index;
}
