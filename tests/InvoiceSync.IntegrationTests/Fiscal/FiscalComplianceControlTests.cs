using InvoiceSync.Fiscal;
using Xunit.Sdk;

namespace InvoiceSync.IntegrationTests.Fiscal;

/// <summary>The suite itself is tested: a provider that sends again in secret must fail it.</summary>
public sealed class FiscalComplianceControlTests
{
    [Fact]
    public async Task A_provider_that_sends_again_in_secret_is_caught()
    {
        await using var suite = new ImpatientSuite();
        await suite.InitializeAsync();
        await Assert.ThrowsAsync<SingleException>(() =>
            suite.A_document_taken_in_without_an_answer_is_in_doubt_then_found_by_asking(Breakage.ErrorAfterWork));
    }

    sealed class ImpatientSuite : FiscalProviderCompliance
    {
        protected override async Task<FiscalPractice> Open(CancellationToken ct) => new ImpatientPractice(await AnafPractice.Open(ct));
    }

    sealed class ImpatientPractice(FiscalPractice inner) : FiscalPractice
    {
        public override IFiscalProvider Provider => new Impatient(inner.Provider);

        public override FiscalAccount Account => inner.Account;

        public override FiscalAccount Stranger => inner.Stranger;

        public override DateTimeOffset Now => inner.Now;

        public override FiscalSubmission Good(string number) => inner.Good(number);

        public override FiscalSubmission Bad(string number) => inner.Bad(number);

        public override void Pass(TimeSpan time) => inner.Pass(time);

        public override Task Break(Breakage how) => inner.Break(how);

        public override ValueTask DisposeAsync() => inner.DisposeAsync();
    }

    sealed class Impatient(IFiscalProvider inner) : IFiscalProvider
    {
        public string Name => inner.Name;

        public async Task<SubmitAnswer> Submit(FiscalAccount account, FiscalSubmission submission, CancellationToken ct)
        {
            var answer = await inner.Submit(account, submission, ct);
            if (answer is SubmitAnswer.InDoubt) await inner.Submit(account, submission, ct);
            return answer;
        }

        public Task<StatusAnswer> Status(FiscalAccount account, string index, CancellationToken ct) => inner.Status(account, index, ct);

        public Task<SearchAnswer> Search(FiscalAccount account, DateTimeOffset from, DateTimeOffset to, int page, CancellationToken ct) =>
            inner.Search(account, from, to, page, ct);

        public Task<ReceiptAnswer> Download(FiscalAccount account, string downloadId, CancellationToken ct) => inner.Download(account, downloadId, ct);

        public Task<FiscalCheck> Test(FiscalAccount account, CancellationToken ct) => inner.Test(account, ct);
    }
}
