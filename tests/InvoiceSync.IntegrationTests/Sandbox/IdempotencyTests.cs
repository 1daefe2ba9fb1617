using System.Net;
using System.Text.Json.Nodes;

namespace InvoiceSync.IntegrationTests.Sandbox;

public sealed class IdempotencyTests
{
    [Fact]
    public async Task A_second_call_with_the_key_gets_the_first_answer_and_makes_nothing()
    {
        await using var practice = await Practice.Start();
        var stripe = practice.Stripe();
        using var first = await stripe.Send(HttpMethod.Post, "/v1/customers", "k1", ("name", "Ana"));
        using var second = await stripe.Send(HttpMethod.Post, "/v1/customers", "k1", ("name", "Ana"));
        Assert.Equal(await Text(first), await Text(second));
        Assert.Equal("true", second.Headers.GetValues("Idempotent-Replayed").Single());
        Assert.Equal(first.Headers.GetValues("Request-Id"), second.Headers.GetValues("Original-Request"));
        Assert.False(first.Headers.Contains("Idempotent-Replayed"));
        Assert.Single((await stripe.Get("/v1/customers"))["data"]!.AsArray());
    }

    [Fact]
    public async Task Without_a_key_the_same_call_makes_two()
    {
        await using var practice = await Practice.Start();
        await practice.Stripe().Post("/v1/customers", ("name", "Ana"));
        await practice.Stripe().Post("/v1/customers", ("name", "Ana"));
        Assert.Equal(2, (await practice.Stripe().Get("/v1/customers"))["data"]!.AsArray().Count);
    }

    [Fact]
    public async Task The_key_with_other_parameters_or_another_address_is_an_idempotency_error()
    {
        await using var practice = await Practice.Start();
        var stripe = practice.Stripe();
        using var first = await stripe.Send(HttpMethod.Post, "/v1/customers", "k1", ("name", "Ana"));
        await AssertError(await stripe.Send(HttpMethod.Post, "/v1/customers", "k1", ("name", "Ion")), HttpStatusCode.BadRequest, "idempotency_error");
        await AssertError(await stripe.Send(HttpMethod.Post, "/v1/products", "k1", ("name", "Ana")), HttpStatusCode.BadRequest, "idempotency_error");
    }

    [Fact]
    public async Task A_500_after_the_work_is_kept_and_told_again_and_the_work_is_done_once()
    {
        await using var practice = await Practice.Start();
        var stripe = practice.Stripe();
        await practice.Control("faults", new JsonObject { ["target"] = "stripe", ["kind"] = "500_after_execution", ["path"] = "/v1/customers", ["count"] = 1 });
        using var first = await stripe.Send(HttpMethod.Post, "/v1/customers", "k1", ("name", "Ana"));
        using var second = await stripe.Send(HttpMethod.Post, "/v1/customers", "k1", ("name", "Ana"));
        Assert.Equal((HttpStatusCode.InternalServerError, HttpStatusCode.InternalServerError), (first.StatusCode, second.StatusCode));
        Assert.Equal("true", second.Headers.GetValues("Idempotent-Replayed").Single());
        Assert.Single((await stripe.Get("/v1/customers"))["data"]!.AsArray());
    }

    [Fact]
    public async Task What_never_began_is_not_kept_a_429_and_a_refused_parameter()
    {
        await using var practice = await Practice.Start();
        var stripe = practice.Stripe();
        using var refused = await stripe.Send(HttpMethod.Post, "/v1/customers", "k1", ("nmae", "Ana"));
        await practice.Control("faults", new JsonObject { ["target"] = "stripe", ["kind"] = "429", ["count"] = 1 });
        using var tooMany = await stripe.Send(HttpMethod.Post, "/v1/customers", "k1", ("name", "Ana"));
        using var third = await stripe.Send(HttpMethod.Post, "/v1/customers", "k1", ("name", "Ana"));
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.TooManyRequests, HttpStatusCode.OK), (refused.StatusCode, tooMany.StatusCode, third.StatusCode));
        Assert.False(third.Headers.Contains("Idempotent-Replayed"));
    }

    [Fact]
    public async Task While_the_first_runs_the_key_is_in_use()
    {
        await using var practice = await Practice.Start();
        var stripe = practice.Stripe();
        await practice.Control("faults", new JsonObject { ["target"] = "stripe", ["kind"] = "delayed", ["path"] = "/v1/customers", ["count"] = 1, ["delayMs"] = 5000 });
        var slow = stripe.Send(HttpMethod.Post, "/v1/customers", "k1", ("name", "Ana"));
        await Practice.Until(async () => (int)(await practice.Look("faults"))["faults"]![0]!["hits"]! == 1, "the first call is held");
        await AssertError(await stripe.Send(HttpMethod.Post, "/v1/customers", "k1", ("name", "Ana")), HttpStatusCode.Conflict, "idempotency_error");
        using var first = await slow;
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
    }

    [Fact]
    public async Task After_a_day_of_practice_time_the_key_is_new_again()
    {
        await using var practice = await Practice.Start();
        var stripe = practice.Stripe();
        using var first = await stripe.Send(HttpMethod.Post, "/v1/customers", "k1", ("name", "Ana"));
        await practice.Control("clock", new JsonObject { ["advance"] = "PT24H1S" });
        using var second = await stripe.Send(HttpMethod.Post, "/v1/customers", "k1", ("name", "Ana"));
        Assert.NotEqual(await Text(first), await Text(second));
    }

    static async Task AssertError(HttpResponseMessage response, HttpStatusCode status, string type)
    {
        using (response)
        {
            Assert.Equal(status, response.StatusCode);
            Assert.Equal(type, (string?)(await Practice.Read(response))["error"]!["type"]);
        }
    }

    static Task<string> Text(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
