using System.Net;
using System.Text.Json.Nodes;

namespace InvoiceSync.IntegrationTests.Sandbox;

public sealed class FaultTests
{
    [Fact]
    public async Task A_time_out_after_success_loses_the_answer_but_not_the_work()
    {
        await using var practice = await Practice.Start();
        await Fault(practice, "timeout_after_success", "stripe", "/v1/customers");
        await Assert.ThrowsAsync<HttpRequestException>(() => practice.Stripe().Send(HttpMethod.Post, "/v1/customers", "k1", ("name", "Ana")));
        using var again = await practice.Stripe().Send(HttpMethod.Post, "/v1/customers", "k1", ("name", "Ana"));
        Assert.Equal("true", again.Headers.GetValues("Idempotent-Replayed").Single());
        Assert.Single((await practice.Stripe().Get("/v1/customers"))["data"]!.AsArray());
    }

    [Fact]
    public async Task A_connection_reset_before_the_work_leaves_nothing()
    {
        await using var practice = await Practice.Start();
        await Fault(practice, "reset_before", "stripe", "/v1/customers");
        await Assert.ThrowsAsync<HttpRequestException>(() => practice.Stripe().Send(HttpMethod.Post, "/v1/customers"));
        Assert.Empty((await practice.Stripe().Get("/v1/customers"))["data"]!.AsArray());
    }

    [Theory]
    [InlineData(null, "rate_limit")]
    [InlineData("lock_timeout", "lock_timeout")]
    public async Task Both_kinds_of_429_have_their_code_and_header(string? variant, string code)
    {
        await using var practice = await Practice.Start();
        await practice.Control("faults", new JsonObject { ["target"] = "stripe", ["kind"] = "429", ["count"] = 1, ["variant"] = variant });
        using var response = await practice.Stripe().Send(HttpMethod.Get, "/v1/account");
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal(code, (string?)(await Practice.Read(response))["error"]!["code"]);
        Assert.Equal(variant is null, response.Headers.Contains("Stripe-Rate-Limited-Reason"));
        Assert.Equal(variant is not null, response.Headers.Contains("Stripe-Should-Retry"));
    }

    [Fact]
    public async Task A_missing_right_is_a_403_on_both_sides()
    {
        await using var practice = await Practice.Start();
        await Fault(practice, "403", "stripe", "/v1/charges");
        await practice.Stripe().Refused(HttpStatusCode.Forbidden, HttpMethod.Get, "/v1/charges");
        await practice.Stripe().Get("/v1/charges");
        await Fault(practice, "403", "anaf", "/test/FCTEL/rest/stareMesaj");
        using var response = await (await practice.Anaf()).Send(HttpMethod.Get, "stareMesaj?id_incarcare=1");
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task The_world_ends_although_a_caller_is_held()
    {
        var practice = await Practice.Start();
        await practice.Control("faults", new JsonObject { ["target"] = "stripe", ["kind"] = "delayed", ["delayMs"] = 300_000 });
        var held = practice.Stripe().Send(HttpMethod.Get, "/v1/account");
        await Practice.Until(async () => (int)(await practice.Look("faults"))["faults"]![0]!["hits"]! == 1, "the call is held");
        await practice.DisposeAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => held);
    }

    [Fact]
    public async Task A_page_with_status_200_comes_instead_of_data_from_both()
    {
        await using var practice = await Practice.Start();
        await Fault(practice, "html_200", "stripe", "/v1/account");
        await Fault(practice, "html_200", "anaf", "/test/FCTEL/rest/listaMesajeFactura");
        using var stripe = await practice.Stripe().Send(HttpMethod.Get, "/v1/account");
        using var anaf = await (await practice.Anaf()).Send(HttpMethod.Get, "listaMesajeFactura?zile=1&cif=18547290");
        foreach (var response in (HttpResponseMessage[])[stripe, anaf])
        {
            Assert.Equal((HttpStatusCode.OK, "text/html"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
            Assert.Contains("support ID", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_same_seed_strikes_the_same_calls_and_a_dial_off_strikes_none()
    {
        Assert.Equal(await Strikes(), await Strikes());

        static async Task<string> Strikes()
        {
            await using var practice = await Practice.Start();
            await practice.Control("faults", new JsonObject { ["target"] = "stripe", ["kind"] = "429", ["probability"] = 0.4, ["seed"] = 7 });
            var struck = "";
            for (var i = 0; i < 20; i++)
            {
                using var response = await practice.Stripe().Send(HttpMethod.Get, "/v1/account");
                struck += response.IsSuccessStatusCode ? '.' : 'x';
            }
            Assert.Contains('x', struck);
            Assert.Contains('.', struck);
            using var off = await practice.Http.DeleteAsync("/practice/faults", TestContext.Current.CancellationToken);
            await practice.Stripe().Get("/v1/account");
            return struck;
        }
    }

    [Theory]
    [InlineData("stripe", "duplicate")]
    [InlineData("webhooks", "html_200")]
    [InlineData("bank", "429")]
    public async Task A_dial_that_makes_no_sense_is_refused(string target, string kind)
    {
        await using var practice = await Practice.Start();
        using var response = await practice.Http.PostAsync("/practice/faults",
            new StringContent(new JsonObject { ["target"] = target, ["kind"] = kind }.ToJsonString()), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    static Task<JsonObject> Fault(Practice practice, string kind, string target, string path) =>
        practice.Control("faults", new JsonObject { ["target"] = target, ["kind"] = kind, ["path"] = path, ["count"] = 1, ["delayMs"] = 50 });
}
