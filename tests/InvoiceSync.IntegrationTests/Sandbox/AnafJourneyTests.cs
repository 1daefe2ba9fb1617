using System.Net;
using System.Text.Json.Nodes;
using InvoiceSync.Sandbox;

namespace InvoiceSync.IntegrationTests.Sandbox;

public sealed class AnafJourneyTests
{
    const string Seller = SampleInvoice.Seller;

    [Fact]
    public async Task An_invoice_is_in_work_then_accepted_then_listed_and_comes_back_byte_for_byte()
    {
        await using var practice = await Practice.Start(new PracticeOptions { AnafProcessing = TimeSpan.FromHours(1), AnafListLag = TimeSpan.FromHours(1) });
        var anaf = await practice.Anaf();
        var index = await anaf.Upload(SampleInvoice.Of(), Seller);
        Assert.Equal("in prelucrare", (string?)(await anaf.State(index)).Attribute("stare"));
        await practice.Control("clock", new JsonObject { ["advance"] = "PT1H1S" });
        var state = await anaf.State(index);
        Assert.Equal("ok", (string?)state.Attribute("stare"));
        Assert.Contains("Nu exista mesaje", (string?)(await anaf.Json($"listaMesajeFactura?zile=1&cif={Seller}"))["eroare"]);
        await practice.Control("clock", new JsonObject { ["advance"] = "PT1H" });
        var message = (await anaf.Json($"listaMesajeFactura?zile=1&cif={Seller}"))["mesaje"]![0]!;
        Assert.Equal(("FACTURA TRIMISA", index), ((string?)message["tip"], (string?)message["id_solicitare"]));
        var files = await anaf.Download((string)state.Attribute("id_descarcare")!);
        Assert.Equal(SampleInvoice.Of(), files[$"{index}.xml"]);
        Assert.Contains("http://www.w3.org/2000/09/xmldsig#", files[$"semnatura_{index}.xml"], StringComparison.Ordinal);
        var received = (await anaf.Json("listaMesajeFactura?zile=1&cif=18547290&filtru=P"))["mesaje"]![0]!;
        Assert.Equal("FACTURA PRIMITA", (string?)received["tip"]);
    }

    [Fact]
    public async Task A_second_copy_is_refused_with_the_index_of_the_first_and_the_log_shows_both()
    {
        await using var practice = await Practice.Start();
        var anaf = await practice.Anaf();
        var first = await anaf.Upload(SampleInvoice.Of(), Seller);
        var second = await anaf.Upload(SampleInvoice.Of(), Seller);
        Assert.StartsWith($"Factura a mai fost transmisa anterior cu index={first} si data incarcare=", Assert.Single(await anaf.Errors(second)), StringComparison.Ordinal);
        Assert.Empty(await anaf.Errors(await anaf.Upload(SampleInvoice.Of("TST-2"), Seller)));
        var uploads = (await practice.Look("log"))["uploads"]!.AsArray();
        Assert.Equal(["ok", "nok", "ok"], uploads.Select(upload => (string)upload!["verdict"]!));
        Assert.Equal((string?)uploads[0]!["sha256"], (string?)uploads[1]!["sha256"]);
    }

    [Fact]
    public async Task A_refused_number_may_be_used_again_once_cured()
    {
        await using var practice = await Practice.Start();
        var anaf = await practice.Anaf();
        var errors = await anaf.Errors(await anaf.Upload(SampleInvoice.Of(total: "120.00"), Seller));
        Assert.Contains(errors, error => error.Contains("[BR-CO-15]", StringComparison.Ordinal));
        Assert.Empty(await anaf.Errors(await anaf.Upload(SampleInvoice.Of(), Seller)));
    }

    [Fact]
    public async Task The_register_knows_check_digits_foreign_sellers_and_unknown_buyers()
    {
        await using var practice = await Practice.Start();
        var anaf = await practice.Anaf();
        Assert.Contains("R_BT_32_cui", Assert.Single(await anaf.Errors(await anaf.Upload(SampleInvoice.Of(seller: "1234567898"), "1234567898"))), StringComparison.Ordinal);
        Assert.Contains("R_BT_31_cif", Assert.Single(await anaf.Errors(await anaf.Upload(SampleInvoice.Of(), "18547290"))), StringComparison.Ordinal);
        await practice.Control("anaf/register", new JsonObject { ["cui"] = "18547290", ["known"] = false });
        Assert.Contains("NU EXISTĂ", Assert.Single(await anaf.Errors(await anaf.Upload(SampleInvoice.Of(), Seller))), StringComparison.Ordinal);
        await practice.Control("anaf/register", new JsonObject { ["cui"] = "18547290", ["known"] = true });
        Assert.Empty(await anaf.Errors(await anaf.Upload(SampleInvoice.Of(), Seller)));
    }

    [Fact]
    public async Task Daily_limits_end_at_midnight_in_bucharest_and_downloads_after_sixty_days()
    {
        await using var practice = await Practice.Start();
        var anaf = await practice.Anaf();
        var index = await anaf.Upload(SampleInvoice.Of(), Seller);
        var id = (string)(await anaf.State(index)).Attribute("id_descarcare")!;
        for (var i = 0; i < 10; i++) Assert.Equal(2, (await anaf.Download(id)).Count);
        Assert.Contains("S-au facut deja 10 descarcari", (string?)(await anaf.Json($"descarcare?id={id}"))["eroare"]);
        for (var i = 1; i < 100; i++) Assert.NotNull((await anaf.State(index)).Attribute("stare"));
        Assert.Null((await anaf.State(index)).Attribute("stare"));
        await practice.Control("clock", new JsonObject { ["advance"] = "P1D" });
        Assert.Equal(2, (await anaf.Download(id)).Count);
        await practice.Control("clock", new JsonObject { ["advance"] = "P60D" });
        Assert.Contains("60 de zile", (string?)(await anaf.Json($"descarcare?id={id}"))["eroare"]);
    }

    [Fact]
    public async Task A_thousand_calls_fill_a_minute()
    {
        await using var practice = await Practice.Start(new PracticeOptions { AnafCallsPerMinute = 3 });
        // The clock stands at the start of a minute, so the count cannot straddle two.
        await practice.Control("clock", new JsonObject { ["set"] = "2027-01-04T10:00:00Z" });
        var anaf = await practice.Anaf();
        for (var i = 0; i < 3; i++) Assert.NotNull(await anaf.State("1"));
        using var fourth = await anaf.Send(HttpMethod.Get, "stareMesaj?id_incarcare=1");
        Assert.Equal(HttpStatusCode.TooManyRequests, fourth.StatusCode);
        await practice.Control("clock", new JsonObject { ["advance"] = "PT1M" });
        Assert.NotNull(await anaf.State("1"));
    }

    [Fact]
    public async Task Test_and_prod_know_nothing_of_each_other_and_pages_count()
    {
        await using var practice = await Practice.Start(new PracticeOptions { AnafProcessing = TimeSpan.Zero, AnafListLag = TimeSpan.Zero, AnafCallsPerMinute = 0 });
        var anaf = await practice.Anaf();
        for (var i = 0; i < 501; i++) await anaf.Upload(SampleInvoice.Of($"P-{i}"), Seller);
        Assert.Contains("paginatie", (string?)(await anaf.Json($"listaMesajeFactura?zile=1&cif={Seller}"))["eroare"]);
        await practice.Control("clock", new JsonObject { ["advance"] = "PT1M" });
        var now = DateTimeOffset.Parse((string)(await practice.Look("clock"))["now"]!, System.Globalization.CultureInfo.InvariantCulture);
        var page = await anaf.Json($"listaMesajePaginatieFactura?startTime={now.AddDays(-1).ToUnixTimeMilliseconds()}&endTime={now.ToUnixTimeMilliseconds()}&cif={Seller}&pagina=2");
        Assert.Equal((1, 501, 2), ((int)page["numar_inregistrari_in_pagina"]!, (int)page["numar_total_inregistrari"]!, (int)page["numar_total_pagini"]!));
        using var prod = await anaf.Send(HttpMethod.Get, "stareMesaj?id_incarcare=5000000001", environment: "prod");
        Assert.Contains("Nu exista factura", await prod.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
