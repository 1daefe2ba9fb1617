using System.Net;
using System.Text.Json.Nodes;

namespace InvoiceSync.IntegrationTests.Sandbox;

/// <summary>Calls the practice Stripe with one account's key, in the form encoding real callers use.</summary>
sealed class StripeHand(HttpClient http, string key)
{
    public async Task<HttpResponseMessage> Send(HttpMethod verb, string path, string? idempotencyKey = null, params (string Name, string Value)[] form)
    {
        using var request = new HttpRequestMessage(verb, "/stripe" + path);
        request.Headers.Authorization = Practice.Bearer(key);
        request.Headers.Add("Stripe-Version", "2026-10-28.endive");
        if (idempotencyKey is not null) request.Headers.Add("Idempotency-Key", idempotencyKey);
        if (verb == HttpMethod.Post) request.Content = new FormUrlEncodedContent(form.Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<JsonObject> Get(string path) => await Good(await Send(HttpMethod.Get, path));

    public async Task<JsonObject> Post(string path, params (string Name, string Value)[] form) => await Good(await Send(HttpMethod.Post, path, null, form));

    public async Task<JsonObject> Delete(string path) => await Good(await Send(HttpMethod.Delete, path));

    /// <summary>The error hash of a call that must fail with this status.</summary>
    public async Task<JsonObject> Refused(HttpStatusCode status, HttpMethod verb, string path, params (string Name, string Value)[] form)
    {
        using var response = await Send(verb, path, null, form);
        Assert.Equal(status, response.StatusCode);
        Assert.NotEmpty(response.Headers.GetValues("Request-Id"));
        return (await Practice.Read(response))["error"]!.AsObject();
    }

    public async Task<string> Customer() => (string)(await Post("/v1/customers",
        ("name", "Ana Ionescu"), ("address[city]", "Iași"), ("address[country]", "RO"), ("tax_id_data[0][type]", "eu_vat"), ("tax_id_data[0][value]", "RO18547290")))["id"]!;

    public async Task<string> Rate(string percent, bool inclusive = false) => (string)(await Post("/v1/tax_rates",
        ("display_name", "TVA"), ("percentage", percent), ("inclusive", inclusive ? "true" : "false")))["id"]!;

    /// <summary>A draft of the given lines: unit price in minor units, quantity, tax rate.</summary>
    public async Task<string> Draft(params (string UnitPrice, string Quantity, string Rate)[] lines)
    {
        var customer = await Customer();
        var invoice = (string)(await Post("/v1/invoices", ("customer", customer), ("currency", "ron")))["id"]!;
        foreach (var (price, quantity, rate) in lines)
            await Post("/v1/invoiceitems", ("customer", customer), ("invoice", invoice), ("unit_amount_decimal", price), ("quantity", quantity),
                ("tax_rates[0]", rate), ("description", "Abonament"));
        return invoice;
    }

    static async Task<JsonObject> Good(HttpResponseMessage response)
    {
        using (response)
        {
            var body = await Practice.Read(response);
            Assert.True(response.StatusCode == HttpStatusCode.OK, body.ToJsonString());
            return body;
        }
    }
}
