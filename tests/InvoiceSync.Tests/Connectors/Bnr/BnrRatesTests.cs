using System.Net;
using System.Text;
using InvoiceSync.Connectors.Bnr;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Connectors.Anaf;

namespace InvoiceSync.Tests.Connectors.Bnr;

public sealed class BnrRatesTests
{
    static readonly Uri Home = new("https://rates.example/bnr/");

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static string File(string cubes, string space = "http://www.bnr.ro/xsd") =>
        $"""
        <?xml version="1.0" encoding="utf-8"?>
        <DataSet xmlns="{space}"><Header><Publisher>National Bank of Romania</Publisher></Header>
        <Body><Subject>Reference rates</Subject><OrigCurrency>RON</OrigCurrency>{cubes}</Body></DataSet>
        """;

    static Task<RatesAnswer> Ask(FakeAnaf bank, DateOnly from, DateOnly to) =>
        new BnrRates(bank, new StoppedClock(FakeAnaf.Now)).Rates(Home, from, to, Ct);

    static DateOnly Day(int month, int day, int year = 2026) => new(year, month, day);

    [Theory]
    [InlineData("http://www.bnr.ro/xsd")]
    [InlineData("https://www.bnr.ro/xsd")]
    public async Task Rates_are_for_one_unit_and_inside_the_window(string space)
    {
        var bank = FakeAnaf.Answering(HttpStatusCode.OK, File(
            """
            <Cube date="2026-11-18"><Rate currency="EUR">5.0001</Rate></Cube>
            <Cube date="2026-11-19"><Rate currency="HUF" multiplier="100">1.3050</Rate><Rate currency="EUR">5.0902</Rate></Cube>
            <Cube date="2026-11-20"><Rate currency="EUR">-</Rate><Rate currency="EURO">1</Rate><Rate currency="USD" multiplier="0">4</Rate></Cube>
            """,
            space));
        var found = Assert.IsType<RatesAnswer.Found>(await Ask(bank, Day(11, 19), Day(11, 20)));
        Assert.Equal(
            [new(Day(11, 19), Currency.Eur, 5.0902m), new ReferenceRate(Day(11, 19), new Currency("HUF"), 0.013050m)],
            found.Rates);
    }

    [Fact]
    public async Task Recent_days_take_the_short_file_and_others_the_files_of_their_years()
    {
        var bank = FakeAnaf.Answering(HttpStatusCode.OK, File(""));
        await Ask(bank, Day(11, 11), Day(11, 20));
        await Ask(bank, Day(12, 30, 2025), Day(1, 5));
        await Ask(bank, Day(11, 1), Day(12, 31, 2030));
        await Ask(bank, Day(11, 20), Day(11, 19));
        Assert.Equal(
            [
                "/bnr/nbrfxrates10days.xml",
                "/bnr/files/xml/years/nbrfxrates2025.xml",
                "/bnr/files/xml/years/nbrfxrates2026.xml",
                "/bnr/files/xml/years/nbrfxrates2026.xml",
            ],
            bank.Asked.Select(asked => asked.Address.AbsolutePath));
    }

    [Theory]
    [InlineData(200, "")]
    [InlineData(200, "<html><head/><body>Banca Nationala</body></html>")]
    [InlineData(200, "<DataSet xmlns=\"http://www.bnr.ro/xsd\"><Body><Cube date=\"2026-11-19\"><Rate currency=\"EUR\">5.09")]
    [InlineData(200, "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><DataSet>&x;</DataSet>")]
    [InlineData(302, "")]
    [InlineData(500, "")]
    public async Task No_answer_passes_for_no_rates(int status, string body)
    {
        var bank = FakeAnaf.Answering((HttpStatusCode)status, Encoding.UTF8.GetBytes(body));
        Assert.IsType<RatesAnswer.Unavailable>(await Ask(bank, Day(11, 19), Day(11, 20)));
    }
}
