using InvoiceSync.Fiscal;
using Xunit.Sdk;

namespace InvoiceSync.IntegrationTests.Fiscal;

/// <summary>The suite itself is tested: a provider that sends again in secret must fail it.</summary>
public sealed class FiscalComplianceControlTests
{
    [Theory]
    [InlineData("anaf")]
    [InlineData("smartbill")]
    public async Task A_provider_that_sends_again_in_secret_is_caught(string provider)
    {
        await using var suite = new ImpatientSuite(provider);
        await suite.InitializeAsync();
        await Assert.ThrowsAsync<EqualException>(() => suite.A_document_made_without_an_answer_is_in_doubt_and_was_made_once(Breakage.ErrorAfterWork));
    }

    [Fact]
    public async Task A_provider_that_takes_a_lost_answer_for_a_refusal_is_caught()
    {
        await using var suite = new HastySuite();
        await suite.InitializeAsync();
        await Assert.ThrowsAsync<IsTypeException>(() => suite.A_document_made_without_an_answer_is_in_doubt_and_was_made_once(Breakage.AnswerLostAfterWork));
    }

    static async Task<FiscalPractice> Inner(string provider, CancellationToken ct) => provider == "anaf" ? await AnafPractice.Open(ct) : await SmartBillPractice.Open(ct);

    sealed class ImpatientSuite(string provider) : FiscalProviderCompliance
    {
        protected override async Task<FiscalPractice> Open(CancellationToken ct) => new Wrapped(await Inner(provider, ct), inner => new Impatient(inner));
    }

    sealed class HastySuite : FiscalProviderCompliance
    {
        protected override async Task<FiscalPractice> Open(CancellationToken ct) => new Wrapped(await Inner("smartbill", ct), inner => new Hasty(inner));
    }

    sealed class Wrapped(FiscalPractice inner, Func<IFiscalProvider, IFiscalProvider> wrap) : FiscalPractice
    {
        public override IFiscalProvider Provider => wrap(inner.Provider);

        public override FiscalAccount Account => inner.Account;

        public override string SomeIndex => inner.SomeIndex;

        public override FiscalSubmission Good(string number) => inner.Good(number);

        public override FiscalSubmission Unfit(FiscalSubmission good) => inner.Unfit(good);

        public override Task<int> Held() => inner.Held();

        public override Task<bool> Tells(string number) => inner.Tells(number);

        public override void Pass(TimeSpan time) => inner.Pass(time);

        public override Task Break(Breakage how) => inner.Break(how);

        public override ValueTask DisposeAsync() => inner.DisposeAsync();
    }

    class Through(IFiscalProvider inner) : IFiscalProvider
    {
        public string Name => inner.Name;

        public string Title => inner.Title;

        public string? Secret => inner.Secret;

        public virtual Task<SubmitAnswer> Submit(FiscalAccount account, FiscalSubmission submission, CancellationToken ct) => inner.Submit(account, submission, ct);

        public Task<StatusAnswer> Status(FiscalAccount account, string index, CancellationToken ct) => inner.Status(account, index, ct);

        public Task<ReceiptAnswer> Download(FiscalAccount account, string downloadId, CancellationToken ct) => inner.Download(account, downloadId, ct);

        public Task<FiscalCheck> Test(FiscalAccount account, CancellationToken ct) => inner.Test(account, ct);
    }

    sealed class Impatient(IFiscalProvider inner) : Through(inner)
    {
        public override async Task<SubmitAnswer> Submit(FiscalAccount account, FiscalSubmission submission, CancellationToken ct)
        {
            var answer = await base.Submit(account, submission, ct);
            if (answer is SubmitAnswer.InDoubt) await base.Submit(account, submission, ct);
            return answer;
        }
    }

    sealed class Hasty(IFiscalProvider inner) : Through(inner)
    {
        public override async Task<SubmitAnswer> Submit(FiscalAccount account, FiscalSubmission submission, CancellationToken ct) =>
            await base.Submit(account, submission, ct) is SubmitAnswer.InDoubt(var why) ? new SubmitAnswer.NotSent(why) : new SubmitAnswer.InDoubt("");
    }
}
