using System.Text;
using InvoiceSync.Connectors.SmartBill;
using InvoiceSync.Fiscal;
using InvoiceSync.Tests.Fiscal.Samples;

namespace InvoiceSync.IntegrationTests.Fiscal;

/// <summary>Pro-formas and document/send of SmartBill Cloud against the practice one, over HTTP.</summary>
public sealed class SmartBillEstimateClientTests : IAsyncLifetime
{
    static readonly DateOnly Until = SampleInvoices.Today.AddDays(30);

    SmartBillPractice world = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => world = await SmartBillPractice.Open(Ct);

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_pro_forma_has_a_series_and_numbers_of_its_own()
    {
        Assert.Equal([new FiscalSeries("PRF", 1)], await Series());
        foreach (var number in (string[])["PRF 0001", "PRF 0002"]) Assert.Equal(number, await Made());
        Assert.Equal([new FiscalSeries("PRF", 3)], await Series());
        Assert.Equal(1, Assert.IsType<BooksAnswer<IReadOnlyList<FiscalSeries>>.Found>(await world.Books.Series(world.Account, Ct)).Value[0].Next);
        Assert.IsType<SubmitAnswer.Rejected>(await world.Books.MakeEstimate(world.Account, SampleInvoices.Ron, "FCT", Until, Ct));

        var first = (await world.Estimates())[0];
        Assert.Equal(($"Ref. {SampleInvoices.Ron.Number}", 121m), (first.GetProperty("observations").GetString(), first.GetProperty("total").GetDecimal()));
    }

    [Fact]
    public async Task It_is_printed_cancelled_restored_and_the_last_one_deleted()
    {
        var (first, last) = (await Made(), await Made());
        var paper = Assert.IsType<ReceiptAnswer.Pdf>(await world.Books.EstimatePdf(world.Account, first, Ct));
        Assert.StartsWith("%PDF", Encoding.ASCII.GetString(paper.Bytes.Span), StringComparison.Ordinal);
        foreach (var (step, made) in (IEnumerable<(BooksStep, bool)>)[(BooksStep.Restore, false), (BooksStep.Cancel, true), (BooksStep.Cancel, false), (BooksStep.Restore, true), (BooksStep.Delete, false)])
            Assert.Equal(made, await world.Books.ChangeEstimate(world.Account, first, step, Ct) is BooksChange.Made);
        Assert.IsType<BooksChange.Made>(await world.Books.ChangeEstimate(world.Account, last, BooksStep.Delete, Ct));
        Assert.IsType<ReceiptAnswer.NotFound>(await world.Books.EstimatePdf(world.Account, last, Ct));
        Assert.Equal(last, await Made());
    }

    [Fact]
    public async Task Whoever_invoices_it_there_is_told_here()
    {
        var estimate = await Made();
        Assert.Empty(await InvoicesOf(estimate));
        await world.InvoiceByHand("PRF", "0001");
        Assert.Equal(["FCT 0001"], await InvoicesOf(estimate));
        Assert.IsType<BooksAnswer<IReadOnlyList<string>>.Refused>(await world.Books.InvoicesOf(world.Account, "PRF 0009", Ct));

        // Our own invoice only names it: its lines are ours.
        var named = SmartBillPractice.Of(SampleInvoices.Ron) with { Estimate = estimate };
        Assert.IsType<SubmitAnswer.Received>(await world.Books.Submit(world.Account, named, Ct));
        Assert.Equal($"Ref. {SampleInvoices.Ron.Number}, proforma PRF 0001", (await world.Invoices())[^1].GetProperty("observations").GetString());
    }

    [Fact]
    public async Task A_document_is_mailed_there_with_our_words()
    {
        var number = Assert.IsType<SubmitAnswer.Received>(await world.Books.Submit(world.Account, SmartBillPractice.Of(SampleInvoices.Ron), Ct)).Index;
        Assert.IsType<BooksChange.Made>(await Mail(number, "client@firm.example"));
        var mail = Assert.Single((await world.Invoices()).Single().GetProperty("mails").EnumerateArray());
        Assert.Equal(("client@firm.example", "Factură", "Bună ziua,<br>1 &lt; 2"), (mail.GetProperty("to").GetString(), mail.GetProperty("subject").GetString(), mail.GetProperty("text").GetString()));

        // A refusal there is a 200 without errorText.
        Assert.Contains("nu a fost gasit", Assert.IsType<BooksChange.Refused>(await Mail("FCT 0009", "client@firm.example")).Text, StringComparison.Ordinal);
        Assert.Contains("e-mail", Assert.IsType<BooksChange.Refused>(await Mail(number, "nobody")).Text, StringComparison.Ordinal);
        await Made();
        var proforma = new SmartBillMail(world.Account.TaxId, "PRF", "0001", "proforma", "client@firm.example", "YQ==", "YQ==");
        Assert.IsType<SmartBillAnswer<SmartBillMailed>.Said>(await world.Client.Mail(world.Account, proforma, Ct));
        Assert.IsType<SmartBillAnswer<SmartBillMailed>.Refused>(await world.Client.Mail(world.Account, proforma with { BodyText = "not Base64" }, Ct));
        Assert.Equal("a", (await world.Estimates())[0].GetProperty("mails")[0].GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("refused_400", typeof(SubmitAnswer.Rejected), 0)]
    [InlineData("refused_200", typeof(SubmitAnswer.Rejected), 0)]
    [InlineData("429", typeof(SubmitAnswer.Limited), 0)]
    [InlineData("html_200", typeof(SubmitAnswer.InDoubt), 0)]
    [InlineData("timeout_after_success", typeof(SubmitAnswer.InDoubt), 1)]
    [InlineData("500_after_execution", typeof(SubmitAnswer.InDoubt), 1)]
    public async Task Trouble_is_told_for_what_it_is_and_nothing_is_asked_twice(string kind, Type answer, int made)
    {
        await world.Break(kind);
        Assert.IsType(answer, await Make());
        Assert.Equal(made, (await world.Estimates()).Count);
    }

    [Theory]
    [InlineData("refused_200", typeof(BooksChange.Refused), 0)]
    [InlineData("html_200", typeof(BooksChange.InDoubt), 0)]
    [InlineData("timeout_after_success", typeof(BooksChange.InDoubt), 1)]
    public async Task A_mail_whose_answer_was_lost_may_have_left_and_is_not_sent_again(string kind, Type answer, int sent)
    {
        await world.Books.Submit(world.Account, SmartBillPractice.Of(SampleInvoices.Ron), Ct);
        await world.Break(kind);
        Assert.IsType(answer, await Mail("FCT 0001", "client@firm.example"));
        Assert.Equal(sent, (await world.Invoices()).Single().TryGetProperty("mails", out var mails) ? mails.GetArrayLength() : 0);
    }

    Task<BooksChange> Mail(string number, string to) => world.Books.Mail(world.Account, number, new(to, "Factură", "Bună ziua,\n1 < 2"), Ct);

    Task<SubmitAnswer> Make() => world.Books.MakeEstimate(world.Account, SampleInvoices.Ron, "PRF", Until, Ct);

    async Task<string> Made() => Assert.IsType<SubmitAnswer.Received>(await Make()).Index;

    async Task<IReadOnlyList<FiscalSeries>> Series() => Assert.IsType<BooksAnswer<IReadOnlyList<FiscalSeries>>.Found>(await world.Books.EstimateSeries(world.Account, Ct)).Value;

    async Task<IReadOnlyList<string>> InvoicesOf(string estimate) => Assert.IsType<BooksAnswer<IReadOnlyList<string>>.Found>(await world.Books.InvoicesOf(world.Account, estimate, Ct)).Value;
}
