using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace InvoiceSync.IntegrationTests.Sandbox;

/// <summary>Keys, unknown things, encodings: what happens before an operation begins.</summary>
public sealed class StripeDoorTests
{
    [Theory]
    [InlineData("sk_live_practice_demo")]
    [InlineData("rk_live_51ABC")]
    public async Task A_live_key_is_refused_and_told_why(string key)
    {
        await using var practice = await Practice.Start();
        var error = await new StripeHand(practice.Http, key).Refused(HttpStatusCode.Unauthorized, HttpMethod.Get, "/v1/account");
        Assert.Contains("live keys are refused", (string?)error["message"]);
        Assert.DoesNotContain("51ABC", error.ToJsonString());
    }

    [Fact]
    public async Task Only_practice_keys_open_an_account_and_a_wrong_one_is_masked()
    {
        await using var practice = await Practice.Start();
        var error = await new StripeHand(practice.Http, "sk_test_51SomebodysKey").Refused(HttpStatusCode.Unauthorized, HttpMethod.Get, "/v1/account");
        Assert.Equal("Invalid API Key provided: sk_test_*****sKey", (string?)error["message"]);
        error = await new StripeHand(practice.Http, "pk_test_practice_demo").Refused(HttpStatusCode.Unauthorized, HttpMethod.Get, "/v1/account");
        Assert.Equal("secret_key_required", (string?)error["code"]);
    }

    [Fact]
    public async Task The_key_works_as_bearer_and_as_basic_user_name_with_and_without_the_stripe_base()
    {
        await using var practice = await Practice.Start();
        foreach (var path in (string[])["/v1/account", "/stripe/v1/account"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("rk_test_practice_demo:")));
            using var response = await practice.Http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.StartsWith("req_", response.Headers.GetValues("Request-Id").Single(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Each_key_is_an_account_of_its_own()
    {
        await using var practice = await Practice.Start();
        var customer = await practice.Stripe("one").Customer();
        var error = await practice.Stripe("two").Refused(HttpStatusCode.NotFound, HttpMethod.Get, $"/v1/customers/{customer}");
        Assert.Equal("resource_missing", (string?)error["code"]);
        Assert.Equal(customer, (string?)(await practice.Stripe("one").Get($"/v1/customers/{customer}"))["id"]);
    }

    [Fact]
    public async Task An_unknown_parameter_is_refused_by_name()
    {
        await using var practice = await Practice.Start();
        var error = await practice.Stripe().Refused(HttpStatusCode.BadRequest, HttpMethod.Post, "/v1/customers", ("name", "Ana"), ("nmae", "Ana"));
        Assert.Equal(("parameter_unknown", "nmae"), ((string?)error["code"], (string?)error["param"]));
        Assert.Empty((await practice.Stripe().Get("/v1/customers"))["data"]!.AsArray());
    }

    [Theory]
    [InlineData("types[]=a.b&types[]=c.d")]
    [InlineData("types[0]=a.b&types[1]=c.d")]
    [InlineData("types%5B0%5D=a.b&types%5B1%5D=c.d")]
    public async Task Lists_may_be_written_in_every_way_clients_write_them(string query)
    {
        await using var practice = await Practice.Start();
        Assert.Empty((await practice.Stripe().Get($"/v1/events?{query}"))["data"]!.AsArray());
    }

    [Fact]
    public async Task Plus_and_percent_twenty_are_both_spaces_and_an_encoded_plus_stays_one()
    {
        await using var practice = await Practice.Start();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/customers") { Content = new StringContent("name=Ana+Maria%20Pop&email=a%2Bb%40x.ro&metadata[k]=", Encoding.UTF8, "application/x-www-form-urlencoded") };
        request.Headers.Authorization = Practice.Bearer("sk_test_practice_demo");
        using var response = await practice.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var customer = await Practice.Read(response);
        Assert.Equal(("Ana Maria Pop", "a+b@x.ro"), ((string?)customer["name"], (string?)customer["email"]));
    }

    [Fact]
    public async Task Another_host_name_or_a_foreign_page_is_turned_away()
    {
        await using var practice = await Practice.Start();
        Assert.Equal(HttpStatusCode.Forbidden, await Ask(request => request.Headers.Host = "evil.example"));
        Assert.Equal(HttpStatusCode.Forbidden, await Ask(request => request.Headers.Add("Origin", "https://evil.example")));
        Assert.Equal(HttpStatusCode.OK, await Ask(request => request.Headers.Add("Origin", "http://localhost:5000")));

        async Task<HttpStatusCode> Ask(Action<HttpRequestMessage> change)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/practice/health");
            change(request);
            using var response = await practice.Http.SendAsync(request, TestContext.Current.CancellationToken);
            return response.StatusCode;
        }
    }

    [Fact]
    public async Task The_world_refuses_to_bind_anything_but_loopback()
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(() =>
            InvoiceSync.Sandbox.PracticeWorld.Start(new() { Host = "0.0.0.0" }, TestContext.Current.CancellationToken));
        Assert.Contains("loopback only", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Expanding_works_where_stripe_expands_and_is_refused_elsewhere()
    {
        await using var practice = await Practice.Start();
        var stripe = practice.Stripe();
        var invoice = await stripe.Draft(("1000", "1", await stripe.Rate("21")));
        await stripe.Post($"/v1/invoices/{invoice}/pay", ("payment_method", "pm_card_visa"));
        var plain = await stripe.Get($"/v1/invoices/{invoice}");
        Assert.False(plain.ContainsKey("payments"));
        var shown = await stripe.Get($"/v1/invoices/{invoice}?expand[]=customer.tax_ids&expand[]=payments.data.payment.payment_intent");
        Assert.Equal("RO18547290", (string?)shown["customer"]!["tax_ids"]!["data"]![0]!["value"]);
        Assert.Equal("succeeded", (string?)shown["payments"]!["data"]![0]!["payment"]!["payment_intent"]!["status"]);
        await stripe.Refused(HttpStatusCode.BadRequest, HttpMethod.Get, $"/v1/invoices/{invoice}?expand[]=currency");
        await stripe.Refused(HttpStatusCode.BadRequest, HttpMethod.Get, $"/v1/invoices/{invoice}?expand[]=payment_intent");
    }
}
