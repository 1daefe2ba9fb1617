using System.Net;
using InvoiceSync.Fiscal;

namespace InvoiceSync.Tests.Connectors.Anaf;

public sealed class ListReaderTests
{
    static Task<SearchAnswer> Answer(string body, int page = 1) => FakeAnaf.Answering(HttpStatusCode.OK, body).Provider()
        .Search(FakeAnaf.Account, FakeAnaf.Now.AddDays(-1), FakeAnaf.Now, page, TestContext.Current.CancellationToken);

    [Fact]
    public async Task Messages_are_read_and_the_page_is_the_one_asked_for()
    {
        var found = Assert.IsType<SearchAnswer.Found>(await Answer(
            """
            {"mesaje":[{"data_creare":"202607011200","cif":"8000000000","id_solicitare":"5001131297",
              "detalii":"Factura cu id_incarcare=5001131297","tip":"FACTURA TRIMISA","id":3001503294}],
             "numar_total_pagini":29,"index_pagina_curenta":29}
            """,
            page: 2));
        Assert.Equal((2, 29), (found.Page, found.Pages));
        var message = Assert.Single(found.Messages);
        Assert.Equal(
            new FiscalMessage(
                "3001503294",
                "5001131297",
                FiscalMessageKind.Sent,
                new DateTimeOffset(2026, 7, 1, 9, 0, 0, TimeSpan.Zero),
                "Factura cu id_incarcare=5001131297",
                "8000000000"),
            message);
    }

    [Theory]
    [InlineData("""{"mesaje":[{"id":"1"}]}""")]
    [InlineData("""{"mesaje":[7]}""")]
    [InlineData("""{"mesaje":[{"id":"\ud800","id_solicitare":"2"}]}""")]
    [InlineData("""{"mesaje":{}}""")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"mesaje\":[")]
    [InlineData("<html>Request Rejected</html>")]
    public async Task A_list_half_understood_never_passes_for_nothing_found(string body) =>
        Assert.IsType<SearchAnswer.Unavailable>(await Answer(body));

    [Fact]
    public async Task A_new_kind_of_message_is_kept()
    {
        var found = Assert.IsType<SearchAnswer.Found>(await Answer("""{"mesaje":[{"id":"1","id_solicitare":"2","tip":"CEVA NOU"}]}"""));
        Assert.Equal(FiscalMessageKind.Other, Assert.Single(found.Messages).Kind);
    }
}
