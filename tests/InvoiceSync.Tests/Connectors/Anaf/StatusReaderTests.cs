using System.Net;
using InvoiceSync.Fiscal;

namespace InvoiceSync.Tests.Connectors.Anaf;

public sealed class StatusReaderTests
{
    static Task<StatusAnswer> Answer(int status, string body) =>
        FakeAnaf.Answering((HttpStatusCode)status, body).Provider().Status(FakeAnaf.Account, "1", TestContext.Current.CancellationToken);

    [Theory]
    [InlineData(200, "")]
    [InlineData(200, "<html>Request Rejected</html>")]
    [InlineData(200, """<header stare="ok"/>""")]
    [InlineData(200, """<header stare="maybe" id_descarcare="1"/>""")]
    [InlineData(200, """<header><Errors errorMessage="Ceva nou"/></header>""")]
    [InlineData(200, "<header/>")]
    [InlineData(200, """{"eroare":"\uFFFE\uFFFF"}""")]
    [InlineData(500, """<header stare="ok" id_descarcare="1"/>""")]
    [InlineData(404, "{}")]
    public async Task What_is_not_understood_is_asked_again_and_never_taken_for_an_unknown_index(int status, string body) =>
        Assert.IsType<StatusAnswer.Unavailable>(await Answer(status, body));

    [Fact]
    public async Task A_known_text_is_understood_as_JSON_too() =>
        Assert.IsType<StatusAnswer.Limited>(await Answer(200, """{"eroare":"S-au făcut deja 100 de interogări în cursul zilei"}"""));
}
