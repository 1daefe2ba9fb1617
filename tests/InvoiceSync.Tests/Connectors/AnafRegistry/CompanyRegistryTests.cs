using System.Net;
using InvoiceSync.Connectors.AnafRegistry;
using InvoiceSync.Customers;
using InvoiceSync.Tests.Connectors.Anaf;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Connectors.AnafRegistry;

public sealed class CompanyRegistryTests
{
    // The form of the live answer; the company is made up.
    const string Two = """
        {"found":[{"date_generale":{"cui":18547290,"data":"2026-11-20","denumire":"EXEMPLU CLIENT SRL","adresa":"JUD. CLUJ, MUN. CLUJ-NAPOCA, BD. TEST, NR.2","nrRegCom":"J12/1/2006","codPostal":"400001","statusRO_e_Factura":true},
          "inregistrare_scop_Tva":{"scpTVA":true,"perioade_TVA":[{"data_inceput_ScpTVA":"2006-04-01","data_sfarsit_ScpTVA":"2010-01-01"},{"data_inceput_ScpTVA":"2012-05-01","data_sfarsit_ScpTVA":" "}]},
          "inregistrare_RTVAI":{"statusTvaIncasare":true},"stare_inactiv":{"statusInactivi":false},"inregistrare_SplitTVA":{"statusSplitTVA":false},
          "adresa_sediu_social":{"sdenumire_Strada":"Bd. Test","snumar_Strada":"2","sdenumire_Localitate":"Mun. Cluj-Napoca","sdenumire_Judet":"CLUJ","scod_JudetAuto":"CJ","scod_Postal":"400001"}},
         {"date_generale":{"cui":1234567897,"denumire":"EXEMPLU FURNIZOR SRL","adresa":"","nrRegCom":" "},
          "inregistrare_scop_Tva":{"scpTVA":false,"perioade_TVA":{}},"stare_inactiv":{"statusInactivi":true},
          "adresa_sediu_social":{"sdenumire_Strada":"Str. Exemplului","snumar_Strada":"1","sdenumire_Localitate":"Sector 3 Mun. București","sdenumire_Judet":"MUNICIPIUL BUCUREŞTI","scod_JudetAuto":"B","scod_Postal":"30011"}}],
         "notFound":[14399840]}
        """;

    static readonly DateOnly Day = new(2026, 11, 20);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Companies_are_read_with_all_that_an_invoice_needs_of_them()
    {
        var network = FakeAnaf.Answering(HttpStatusCode.OK, Two);
        var answer = Assert.IsType<RegistryAnswer.Found>(await Ask(network, "RO18547290", "1234567897", "14399840"));
        Assert.Equal(["14399840"], answer.Missing);
        var client = answer.Companies[0];
        Assert.Equal(("18547290", "EXEMPLU CLIENT SRL", "J12/1/2006", "RO18547290"), (client.Cui, client.Name, client.RegistrationNumber, client.VatId));
        Assert.Equal((true, new DateOnly(2012, 5, 1), true, false, false, Day), (client.IsVatPayer, client.VatSince, client.IsVatOnCash, client.IsInactive, client.IsSplitVat, client.AsOf));
        Assert.Equal(new PostalAddress("Bd. Test 2", null, "Cluj-Napoca", "400001", "RO-CJ", "RO"), client.OfficeCheck!.Address);
        var seller = answer.Companies[1];
        Assert.Equal((false, null, true, null, null), (seller.IsVatPayer, seller.VatSince, seller.IsInactive, seller.RegistrationNumber, seller.VatId));
        Assert.Equal(new PostalAddress("Str. Exemplului 1", null, "SECTOR3", "030011", "RO-B", "RO"), seller.OfficeCheck!.Address);
    }

    [Fact]
    public async Task Numbers_are_asked_unquoted_for_a_day_at_the_registers_address()
    {
        var network = FakeAnaf.Answering(HttpStatusCode.OK, """{"found":[],"notFound":[]}""");
        await Ask(network, "RO18547290");
        var (method, address, authorization, body) = Assert.Single(network.Asked);
        Assert.Equal((HttpMethod.Post, "/base/api/PlatitorTvaRest/v9/tva", null), (method, address.AbsolutePath, authorization));
        Assert.Equal("""[{"cui":18547290,"data":"2026-11-20"}]""", body);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, "<html>Request Rejected</html>")]
    [InlineData(HttpStatusCode.OK, "[]")]
    [InlineData(HttpStatusCode.OK, """{"found":{}}""")]
    [InlineData(HttpStatusCode.BadGateway, "")]
    [InlineData(HttpStatusCode.Found, "")]
    public async Task What_is_no_answer_is_told_as_unavailable(HttpStatusCode status, string body) =>
        Assert.IsType<RegistryAnswer.Unavailable>(await Ask(FakeAnaf.Answering(status, body), "RO18547290"));

    [Fact]
    public async Task A_company_that_cannot_be_read_is_left_out_and_the_others_are_not()
    {
        var answer = Assert.IsType<RegistryAnswer.Found>(await Ask(FakeAnaf.Answering(HttpStatusCode.OK, """{"found":[null,{"date_generale":{"cui":"x"}},{"date_generale":{"cui":18547290,"denumire":"A"}}]}"""), "RO18547290"));
        Assert.Equal("A", Assert.Single(answer.Companies).Name);
    }

    [Fact]
    public async Task A_call_too_fast_is_made_once_more_in_its_turn()
    {
        var calls = 0;
        var network = new FakeAnaf(_ => ++calls == 1 ? new(HttpStatusCode.TooManyRequests) : new(HttpStatusCode.OK) { Content = new StringContent("""{"found":[]}""") });
        Assert.IsType<RegistryAnswer.Found>(await Ask(network, "RO18547290"));
        Assert.Equal(2, calls);
    }

    [Fact]
    public async Task A_broken_line_is_told_as_unavailable_and_nothing_is_asked_for_nobody()
    {
        var broken = new FakeAnaf(_ => throw new HttpRequestException("reset"));
        Assert.IsType<RegistryAnswer.Unavailable>(await Ask(broken, "RO18547290"));
        Assert.IsType<RegistryAnswer.Found>(await Ask(broken));
        Assert.Single(broken.Asked);
    }

    static async Task<RegistryAnswer> Ask(FakeAnaf network, params string[] cuis)
    {
        using var pace = new RegistryPace(new FakeCallLine(), TimeProvider.System);
        return await new CompanyRegistry(network, pace).Ask(new("https://register.example/base/"), [.. cuis.Select(text => Cui.TryParse(text, out var cui) ? cui : throw new ArgumentException(text))], Day, Ct);
    }
}
