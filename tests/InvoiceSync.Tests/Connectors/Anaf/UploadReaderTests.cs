using System.Net;
using System.Text;
using InvoiceSync.Fiscal;

namespace InvoiceSync.Tests.Connectors.Anaf;

public sealed class UploadReaderTests
{
    const string Good =
        """<header xmlns="mfp:anaf:dgti:spv:respUploadFisier:v1" dateResponse="202611201200" ExecutionStatus="0" index_incarcare="42"/>""";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static Task<SubmitAnswer> Answer(HttpStatusCode status, byte[] body) =>
        FakeAnaf.Answering(status, body).Provider().Submit(FakeAnaf.Account, FakeAnaf.Invoice, Ct);

    static Task<SubmitAnswer> Answer(HttpStatusCode status, string body) => Answer(status, Encoding.UTF8.GetBytes(body));

    [Fact]
    public async Task A_receipt_time_is_read_on_Romanian_clocks()
    {
        var received = Assert.IsType<SubmitAnswer.Received>(await Answer(HttpStatusCode.OK, Good));
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero), received.At);
    }

    [Theory]
    [InlineData("\uFEFF" + Good)]
    [InlineData("\r\n  " + Good)]
    [InlineData("""<a:header xmlns:a="something-else" EXECUTIONSTATUS="0" index_incarcare="42"></a:header>""")]
    public async Task A_mark_blanks_prefixes_and_other_namespaces_do_not_lose_the_index(string body) =>
        Assert.Equal("42", Assert.IsType<SubmitAnswer.Received>(await Answer(HttpStatusCode.OK, body)).Index);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Your support ID is: 1</body></html>")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE html><html/>")]
    [InlineData("<header ExecutionStatus=\"0\" index_incarc")]
    [InlineData("<header ExecutionStatus=\"0\"/>")]
    [InlineData("<header ExecutionStatus=\"0\" index_incarcare=\"drop table\"/>")]
    [InlineData("<header ExecutionStatus=\"1\" index_incarcare=\"42\"/>")]
    [InlineData("<header index_incarcare=\"42\"/>")]
    [InlineData("<Invoice/>")]
    [InlineData("{\"eroare\":\"ceva\"}")]
    [InlineData("{\"a\":")]
    [InlineData("OK")]
    [InlineData("<!DOCTYPE header [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><header ExecutionStatus=\"0\" index_incarcare=\"&x;\"/>")]
    public async Task What_was_not_clearly_said_is_in_doubt(string body) =>
        Assert.IsType<SubmitAnswer.InDoubt>(await Answer(HttpStatusCode.OK, body));

    [Theory]
    [InlineData(500), InlineData(502), InlineData(503), InlineData(504), InlineData(404), InlineData(302), InlineData(307), InlineData(204)]
    public async Task A_status_that_proves_nothing_is_in_doubt_whatever_the_body_says(int status) =>
        Assert.IsType<SubmitAnswer.InDoubt>(await Answer((HttpStatusCode)status, Good));

    [Fact]
    public async Task A_refused_token_waits_for_a_person() =>
        Assert.IsType<SubmitAnswer.Denied>(await Answer(HttpStatusCode.Unauthorized, """{"message":"Unauthorized"}"""));

    [Fact]
    public async Task A_missing_right_was_not_taken_in() =>
        Assert.Equal(RejectionKind.NoRight, Assert.IsType<SubmitAnswer.Rejected>(await Answer(HttpStatusCode.Forbidden, "")).Kind);

    [Fact]
    public async Task Too_fast_says_how_long_to_wait()
    {
        var anaf = new FakeAnaf(_ => new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Headers = { { "Retry-After", "7" } } });
        var limited = Assert.IsType<SubmitAnswer.Limited>(await anaf.Provider().Submit(FakeAnaf.Account, FakeAnaf.Invoice, Ct));
        Assert.Equal(TimeSpan.FromSeconds(7), limited.After);
    }

    [Fact]
    public async Task Every_error_is_kept_also_in_an_old_encoding()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        const string body = """<?xml version="1.0" encoding="windows-1252"?><header ExecutionStatus="1"><Errors errorMessage="Adresa vânzătorului"/><Errors errorMessage="doi"/></header>""";
        var declared = Encoding.GetEncoding(1252).GetBytes(body.Replace("ă", "a", StringComparison.Ordinal));
        var lying = Encoding.GetEncoding(1252).GetBytes(body.Replace("ă", "a", StringComparison.Ordinal).Replace("windows-1252", "UTF-8", StringComparison.Ordinal));

        Assert.Equal(["Adresa vânzatorului", "doi"], Assert.IsType<SubmitAnswer.Rejected>(await Answer(HttpStatusCode.OK, declared)).Errors);
        Assert.Equal(["Adresa vânzatorului", "doi"], Assert.IsType<SubmitAnswer.Rejected>(await Answer(HttpStatusCode.OK, lying)).Errors);
    }
}
