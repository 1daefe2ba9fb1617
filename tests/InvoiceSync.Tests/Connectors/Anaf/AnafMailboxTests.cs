using System.Net;
using InvoiceSync.Fiscal;

namespace InvoiceSync.Tests.Connectors.Anaf;

public sealed class AnafMailboxTests
{
    static readonly Uri Host = new("https://webservicesp.anaf.example");

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_word_to_a_supplier_goes_as_RASP_with_everything_escaped()
    {
        var anaf = FakeAnaf.Answering(HttpStatusCode.OK, """<header ExecutionStatus="0" index_incarcare="9"/>""");
        Assert.Equal("9", Assert.IsType<SubmitAnswer.Received>(await anaf.Mailbox().Answer(FakeAnaf.Account, "5000000000", "a < \"b\" & ș", Ct)).Index);
        var asked = Assert.Single(anaf.Asked);
        Assert.Equal("https://api.anaf.example/test/FCTEL/rest/upload?standard=RASP&cif=8000000000", asked.Address.AbsoluteUri);
        Assert.Equal("""<header index_incarcare="5000000000" message="a &lt; &quot;b&quot; &amp; ș" xmlns="mfp:anaf:dgti:spv:reqMesaj:v1" />""", asked.Body);
        Assert.Equal($"Bearer {FakeAnaf.Secret}", asked.Authorization);
    }

    [Fact]
    public async Task Past_the_days_allowance_no_word_is_sent()
    {
        var anaf = FakeAnaf.Answering(HttpStatusCode.OK, "");
        anaf.Budget.IsUsedUp = a => a.Key.StartsWith("anaf/answer", StringComparison.Ordinal);
        Assert.IsType<SubmitAnswer.Limited>(await anaf.Mailbox().Answer(FakeAnaf.Account, "5", "x", Ct));
        Assert.Empty(anaf.Asked);
    }

    [Theory]
    [InlineData("<Invoice/>", "FACT1")]
    [InlineData("<c:CreditNote xmlns:c='x'/>", "FCN")]
    public async Task A_print_is_asked_for_by_the_root_element_and_without_a_token(string document, string standard)
    {
        var anaf = FakeAnaf.Answering(HttpStatusCode.OK, "%PDF-1.4 …");
        Assert.IsType<PaperPrint.Pdf>(await anaf.Mailbox().Print(Host, System.Text.Encoding.UTF8.GetBytes(document), Ct));
        var asked = Assert.Single(anaf.Asked);
        Assert.Equal(($"https://webservicesp.anaf.example/prod/FCTEL/rest/transformare/{standard}", null), (asked.Address.AbsoluteUri, asked.Authorization));
    }

    [Theory]
    [InlineData(200, "<html><head><title>Request Rejected</title></head>support ID</html>", "Unavailable")]
    [InlineData(302, "", "Unavailable")]
    [InlineData(200, "", "Unavailable")]
    [InlineData(200, """{"stare":"nok","Messages":[{"message":"E: BR-CO-09"}],"trace_id":"1"}""", "Refused")]
    [InlineData(200, """{"stare":"nok","Messages":[{"message":"A aparut o eroare tehnica. Cod: XXX"}],"trace_id":"1"}""", "Unavailable")]
    public async Task What_is_no_PDF_is_told_apart(int status, string body, string expected) =>
        Assert.Equal(expected, (await FakeAnaf.Answering((HttpStatusCode)status, body).Mailbox().Print(Host, "<Invoice/>"u8.ToArray(), Ct)).GetType().Name);

    [Fact]
    public async Task A_document_over_five_megabytes_is_not_sent_to_print()
    {
        var anaf = FakeAnaf.Answering(HttpStatusCode.OK, "");
        Assert.IsType<PaperPrint.Refused>(await anaf.Mailbox().Print(Host, new byte[5 * 1024 * 1024 + 1], Ct));
        Assert.Empty(anaf.Asked);
    }

    [Theory]
    [InlineData("api-validate-signature__200__validare-fisiere-incarcate.json", "Genuine")]
    [InlineData("api-validate-signature__200__nevalidare-fisiere-incarcate.json", "Broken")]
    [InlineData("api-validate-signature__400__example.json", "Unavailable")]
    public async Task ANAFs_word_on_a_seal_is_understood(string sample, string expected)
    {
        var (status, body) = AnafData.Answer(sample);
        Assert.Equal(expected, (await FakeAnaf.Answering(status, body).Mailbox().CheckSeal(Host, "<Invoice/>"u8.ToArray(), "<Signature/>"u8.ToArray(), Ct)).GetType().Name);
    }
}
