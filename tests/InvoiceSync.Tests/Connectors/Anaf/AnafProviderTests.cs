using System.Net;
using InvoiceSync.Fiscal;

namespace InvoiceSync.Tests.Connectors.Anaf;

public sealed class AnafProviderTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static async Task<Uri> Uploaded(FiscalSubmission submission, FiscalAccount? account = null)
    {
        var anaf = FakeAnaf.Answering(HttpStatusCode.OK, "");
        await anaf.Provider().Submit(account ?? FakeAnaf.Account, submission, Ct);
        return Assert.Single(anaf.Asked).Address;
    }

    [Fact]
    public async Task The_address_follows_the_buyer_the_kind_and_the_mode()
    {
        var production = FakeAnaf.Account with { Test = false, BaseAddress = new Uri("http://localhost:1/anaf/") };
        Assert.Equal("https://api.anaf.example/test/FCTEL/rest/upload?standard=UBL&cif=8000000000", (await Uploaded(FakeAnaf.Invoice)).AbsoluteUri);
        Assert.Equal(
            "http://localhost:1/anaf/prod/FCTEL/rest/uploadb2c?standard=CN&cif=8000000000&extern=DA&autofactura=DA&executare=DA",
            (await Uploaded(FakeAnaf.Invoice with { ToConsumer = true, Foreign = true, SelfBilled = true, Enforcement = true, Standard = FiscalStandard.CreditNote }, production)).AbsoluteUri);
    }

    [Fact]
    public async Task The_document_travels_byte_for_byte_with_the_token()
    {
        var anaf = FakeAnaf.Answering(HttpStatusCode.OK, "");
        await anaf.Provider().Submit(FakeAnaf.Account, FakeAnaf.Invoice, Ct);
        var asked = Assert.Single(anaf.Asked);
        Assert.Equal(("<Invoice/>", $"Bearer {FakeAnaf.Secret}"), (asked.Body, asked.Authorization));
    }

    [Theory]
    [InlineData("RO18547290"), InlineData("18547290&cif=1"), InlineData(""), InlineData("18 547 290"), InlineData("١٢٣")]
    public async Task A_tax_id_that_is_not_digits_is_never_asked_about(string taxId)
    {
        var anaf = FakeAnaf.Answering(HttpStatusCode.OK, "");
        var account = FakeAnaf.Account with { TaxId = taxId };
        Assert.IsType<SubmitAnswer.Rejected>(await anaf.Provider().Submit(account, FakeAnaf.Invoice, Ct));
        Assert.IsType<SearchAnswer.Refused>(await anaf.Provider().Search(account, FakeAnaf.Now.AddDays(-1), FakeAnaf.Now, 1, Ct));
        Assert.Empty(anaf.Asked);
    }

    [Fact]
    public async Task Ids_cannot_smuggle_parameters_into_the_address()
    {
        var anaf = FakeAnaf.Answering(HttpStatusCode.OK, "");
        await anaf.Provider().Status(FakeAnaf.Account, "1&id_incarcare=2#x", Ct);
        Assert.Equal("?id_incarcare=1%26id_incarcare%3D2%23x", Assert.Single(anaf.Asked).Address.Query);
    }

    [Fact]
    public async Task A_token_never_travels_in_the_clear()
    {
        var anaf = FakeAnaf.Answering(HttpStatusCode.OK, "");
        var account = FakeAnaf.Account with { BaseAddress = new Uri("http://api.anaf.example") };
        Assert.IsType<SubmitAnswer.NotSent>(await anaf.Provider().Submit(account, FakeAnaf.Invoice, Ct));
        Assert.Empty(anaf.Asked);
    }

    [Fact]
    public async Task A_document_over_ten_megabytes_stays_here()
    {
        var anaf = FakeAnaf.Answering(HttpStatusCode.OK, "");
        var huge = FakeAnaf.Invoice with { Xml = new byte[10 * 1024 * 1024 + 1] };
        Assert.IsType<SubmitAnswer.Rejected>(await anaf.Provider().Submit(FakeAnaf.Account, huge, Ct));
        Assert.Empty(anaf.Asked);
    }

    [Fact]
    public async Task An_endless_answer_is_cut_off()
    {
        var anaf = FakeAnaf.Answering(HttpStatusCode.OK, new byte[5 * 1024 * 1024]);
        Assert.IsType<StatusAnswer.Unavailable>(await anaf.Provider().Status(FakeAnaf.Account, "1", Ct));
    }

    [Fact]
    public async Task A_list_is_asked_for_inside_the_window_ANAF_answers()
    {
        var anaf = FakeAnaf.Answering(HttpStatusCode.OK, """{"eroare":"Nu exista mesaje in intervalul selectat","titlu":"Lista Mesaje"}""");
        await anaf.Provider().Search(FakeAnaf.Account, FakeAnaf.Now.AddDays(-90), FakeAnaf.Now.AddDays(1), 3, Ct);
        var from = FakeAnaf.Now.AddDays(-60).AddMinutes(5).ToUnixTimeMilliseconds();
        var to = FakeAnaf.Now.AddSeconds(-60).ToUnixTimeMilliseconds();
        Assert.Equal($"?startTime={from}&endTime={to}&cif=8000000000&pagina=3", Assert.Single(anaf.Asked).Address.Query);
    }

    [Fact]
    public async Task A_window_ANAF_cannot_answer_yet_is_empty_without_asking()
    {
        var anaf = FakeAnaf.Answering(HttpStatusCode.OK, "");
        var found = Assert.IsType<SearchAnswer.Found>(
            await anaf.Provider().Search(FakeAnaf.Account, FakeAnaf.Now.AddSeconds(-30), FakeAnaf.Now, 1, Ct));
        Assert.Empty(found.Messages);
        Assert.Empty(anaf.Asked);
    }

    [Fact]
    public async Task A_maintenance_redirect_is_told_and_not_followed()
    {
        var anaf = new FakeAnaf(_ => new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri("https://mentenanta.anaf.ro/") } });
        var down = Assert.IsType<StatusAnswer.Unavailable>(await anaf.Provider().Status(FakeAnaf.Account, "1", Ct));
        Assert.Contains("mentenanta.anaf.ro", down.Why, StringComparison.Ordinal);
        Assert.Single(anaf.Asked);
    }
}
