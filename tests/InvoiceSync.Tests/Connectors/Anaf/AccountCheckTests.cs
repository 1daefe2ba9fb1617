using System.Net;
using System.Text;
using InvoiceSync.Fiscal;

namespace InvoiceSync.Tests.Connectors.Anaf;

public sealed class AccountCheckTests
{
    static FakeAnaf Answering((HttpStatusCode Status, string Body) hello, string list = "{}") => new(request =>
    {
        var isHello = request.RequestUri!.AbsolutePath == "/TestOauth/jaxrs/hello";
        return new HttpResponseMessage(isHello ? hello.Status : HttpStatusCode.OK)
        {
            Content = new StringContent(isHello ? hello.Body : list, Encoding.UTF8),
        };
    });

    static Task<FiscalCheck> Check(FakeAnaf anaf) => anaf.Provider().Test(FakeAnaf.Account, TestContext.Current.CancellationToken);

    [Fact]
    public async Task Token_and_right_are_proved_by_two_calls()
    {
        var anaf = Answering((HttpStatusCode.OK, "Hello, InvoiceSync"), """{"eroare":"Nu exista mesaje in intervalul selectat"}""");
        Assert.IsType<FiscalCheck.Works>(await Check(anaf));
        Assert.Equal(2, anaf.Asked.Count);
    }

    [Fact]
    public async Task A_refused_token_asks_to_reconnect() =>
        Assert.IsType<FiscalCheck.Denied>(await Check(Answering((HttpStatusCode.Unauthorized, "{}"))));

    [Fact]
    public async Task A_missing_right_is_told_in_ANAFs_words()
    {
        var check = await Check(Answering((HttpStatusCode.OK, "Hello"), """{"eroare":"Nu aveti drept in SPV pentru CIF=8000000000"}"""));
        Assert.Equal("Nu aveti drept in SPV pentru CIF=8000000000", Assert.IsType<FiscalCheck.NoRight>(check).Why);
    }

    [Theory]
    [InlineData(503, "")]
    [InlineData(200, "<html>maintenance</html>")]
    [InlineData(429, "")]
    public async Task ANAF_being_down_is_not_a_fault_of_the_account(int status, string body) =>
        Assert.IsType<FiscalCheck.Unavailable>(await Check(Answering(((HttpStatusCode)status, body))));
}
