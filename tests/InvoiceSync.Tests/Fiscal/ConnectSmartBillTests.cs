using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Fiscal;

public sealed class ConnectSmartBillTests
{
    readonly FakeFiscal fiscal = new(FilingState.Intended);

    [Fact]
    public async Task Login_series_and_taxes_are_kept_and_only_the_token_is_a_secret()
    {
        await Connect(new("me@firm.example", " practice-1 ", "RO1234567897", "FCT", new Dictionary<string, string> { [TaxKey.Of(VatCategory.S, 21)] = "Normala" }));
        var kept = Assert.Single(fiscal.Dispatcher.Sent<SaveConnection>());
        Assert.Equal(["cif=RO1234567897", "email=me@firm.example", "series=FCT", "tax.S.21=Normala"], kept.Settings!.Select(s => $"{s.Key}={s.Value}").Order(StringComparer.Ordinal));
        Assert.Equal("practice-1", Assert.Single(kept.Secrets!).Value);
    }

    [Fact]
    public async Task The_series_of_pro_formas_is_one_of_theirs_or_empty_for_the_first()
    {
        await Connect(new("me@firm.example", null) { EstimateSeries = "PRX" });
        await Connect(new("me@firm.example", null) { EstimateSeries = "" });
        Assert.Equal(["PRX", ""], fiscal.Dispatcher.Sent<SaveConnection>().Select(s => s.Settings!["estimate_series"]));
        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => Connect(new("me@firm.example", null) { EstimateSeries = "PRĂ" }));
        Assert.Equal(("smartbill.series_invalid", "EstimateSeries"), (refused.Error.Code, refused.Error.Field));
    }

    [Theory]
    [InlineData("nobody", "t", null, "smartbill.email_invalid")]
    [InlineData("a@b:c", "t", null, "smartbill.email_invalid")]
    [InlineData("me@firm.example", "", null, "smartbill.token_missing")]
    [InlineData("me@firm.example", "t", "", "smartbill.series_invalid")]
    [InlineData("me@firm.example", "t", "FĂCT", "smartbill.series_invalid")]
    public async Task What_cannot_be_a_login_or_a_series_is_refused(string email, string token, string? series, string code) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<RuleBrokenException>(() => Connect(new(email, token, Series: series)))).Error.Code);

    [Fact]
    public async Task A_tax_that_no_invoice_has_is_refused() =>
        Assert.Equal("smartbill.tax_invalid", (await Assert.ThrowsAsync<RuleBrokenException>(() => Connect(new("me@firm.example", null, Taxes: new Dictionary<string, string> { ["email"] = "x" })))).Error.Code);

    [Fact]
    public async Task Series_and_taxes_are_read_and_the_plain_ones_suggested()
    {
        var read = await new ReadBooks.Handler(fiscal.Door, fiscal.Who).Handle(new(), TestContext.Current.CancellationToken);
        Assert.Equal(["OTHER", "FCT"], read.Series.Select(s => s.Name));
        Assert.Equal(["PRF", "PRX"], read.EstimateSeries.Select(s => s.Name));
        Assert.Equal(["tax.AE.0=Taxare inversa", "tax.E.0=Scutita", "tax.S.21=Normala"], read.Suggested.Select(s => $"{s.Key}={s.Value}").Order(StringComparer.Ordinal));

        fiscal.Books.Lists = new BooksAnswer<IReadOnlyList<FiscalSeries>>.Denied("wrong token");
        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => new ReadBooks.Handler(fiscal.Door, fiscal.Who).Handle(new(), TestContext.Current.CancellationToken));
        Assert.Equal(("smartbill.denied", "wrong token"), (refused.Error.Code, refused.Error.Message));
    }

    [Fact]
    public async Task A_test_notes_what_it_found_on_the_connection()
    {
        foreach (var (check, passed) in (IEnumerable<(FiscalCheck, bool)>)[(new FiscalCheck.Works(), true), (new FiscalCheck.Denied("token"), false), (new FiscalCheck.NoRight("series"), false), (new FiscalCheck.Unavailable("away"), false)])
        {
            fiscal.Books.Tests = check;
            var report = await new TestSmartBill.Handler(fiscal.Door, fiscal.Dispatcher.Scoped(), fiscal.Who).Handle(new(), TestContext.Current.CancellationToken);
            Assert.Equal((passed, passed), (report.Passed, fiscal.Dispatcher.Sent<NoteConnection>().Last() is { Provider: "smartbill", TestPassed: true }));
        }
    }

    Task Connect(ConnectSmartBill command) => new ConnectSmartBill.Handler(fiscal.Dispatcher).Handle(command, TestContext.Current.CancellationToken);
}
