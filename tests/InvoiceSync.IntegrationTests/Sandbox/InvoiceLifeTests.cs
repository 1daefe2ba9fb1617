using System.Net;

namespace InvoiceSync.IntegrationTests.Sandbox;

public sealed class InvoiceLifeTests
{
    [Fact]
    public async Task A_paid_invoice_carries_its_sums_and_its_payment()
    {
        await using var practice = await Practice.Start();
        var stripe = practice.Stripe();
        var id = await stripe.Draft(("1050.5", "3", await stripe.Rate("21")), ("999", "1", await stripe.Rate("11")));
        var paid = await stripe.Post($"/v1/invoices/{id}/pay", ("payment_method", "pm_card_visa"));
        // 1050.5 × 3 = 3151.5 → 3152; tax 661.92 → 662 and 109.89 → 110.
        Assert.Equal((4151L, 4151L, 4923L), ((long)paid["subtotal"]!, (long)paid["total_excluding_tax"]!, (long)paid["total"]!));
        Assert.Equal([662L, 110L], paid["total_taxes"]!.AsArray().Select(tax => (long)tax!["amount"]!));
        Assert.Equal(("paid", 4923L, 0L), ((string)paid["status"]!, (long)paid["amount_paid"]!, (long)paid["amount_remaining"]!));
        Assert.Matches("^[0-9A-F]{8}-0001$", (string)paid["number"]!);
        var payment = (await stripe.Get($"/v1/invoice_payments?invoice={id}"))["data"]![0]!;
        var intent = (string)payment["payment"]!["payment_intent"]!;
        Assert.Equal("paid", (string?)payment["status"]);
        Assert.Equal(id, (string?)(await stripe.Get($"/v1/invoice_payments?payment[type]=payment_intent&payment[payment_intent]={intent}"))["data"]![0]!["invoice"]);
        Assert.Equal(4923, (long)(await stripe.Get($"/v1/charges?payment_intent={intent}"))["data"]![0]!["amount"]!);
    }

    [Fact]
    public async Task Inclusive_tax_is_taken_out_of_the_price_and_a_discount_comes_before_tax()
    {
        await using var practice = await Practice.Start();
        var stripe = practice.Stripe();
        var inclusive = await stripe.Get($"/v1/invoices/{await stripe.Draft(("12100", "1", await stripe.Rate("21", inclusive: true)))}");
        Assert.Equal((12100L, 10000L, 12100L), ((long)inclusive["subtotal"]!, (long)inclusive["subtotal_excluding_tax"]!, (long)inclusive["total"]!));

        var coupon = await stripe.Post("/v1/coupons", ("percent_off", "10"), ("duration", "once"));
        var id = await stripe.Draft(("10000", "1", await stripe.Rate("21")));
        var discounted = await stripe.Post($"/v1/invoices/{id}", ("discounts[0][coupon]", (string)coupon["id"]!));
        Assert.Equal((10000L, 9000L, 10890L), ((long)discounted["subtotal"]!, (long)discounted["total_excluding_tax"]!, (long)discounted["total"]!));
        Assert.Equal(1000, (long)discounted["total_discount_amounts"]![0]!["amount"]!);
    }

    [Fact]
    public async Task Each_state_allows_its_own_steps_only()
    {
        await using var practice = await Practice.Start();
        var stripe = practice.Stripe();
        var rate = await stripe.Rate("21");
        var id = await stripe.Draft(("1000", "1", rate));
        await stripe.Refused(HttpStatusCode.BadRequest, HttpMethod.Post, $"/v1/invoices/{id}/void");
        await stripe.Post($"/v1/invoices/{id}/finalize");
        await stripe.Refused(HttpStatusCode.BadRequest, HttpMethod.Post, $"/v1/invoices/{id}/finalize");
        await stripe.Refused(HttpStatusCode.BadRequest, HttpMethod.Delete, $"/v1/invoices/{id}");
        await stripe.Refused(HttpStatusCode.BadRequest, HttpMethod.Post, "/v1/invoiceitems", ("invoice", id), ("amount", "5"), ("currency", "ron"));
        Assert.Equal("void", (string?)(await stripe.Post($"/v1/invoices/{id}/void"))["status"]);
        await stripe.Refused(HttpStatusCode.BadRequest, HttpMethod.Post, $"/v1/invoices/{id}/pay", ("payment_method", "pm_card_visa"));
        var draft = await stripe.Draft(("1000", "1", rate));
        Assert.True((bool)(await stripe.Delete($"/v1/invoices/{draft}"))["deleted"]!);
        await stripe.Refused(HttpStatusCode.NotFound, HttpMethod.Get, $"/v1/invoices/{draft}");
    }

    [Fact]
    public async Task A_declined_card_leaves_the_invoice_open_and_its_trace_in_the_events()
    {
        await using var practice = await Practice.Start();
        var stripe = practice.Stripe();
        var id = await stripe.Draft(("1000", "1", await stripe.Rate("21")));
        var error = await stripe.Refused(HttpStatusCode.PaymentRequired, HttpMethod.Post, $"/v1/invoices/{id}/pay", ("payment_method", "pm_card_visa_chargeDeclined"));
        Assert.Equal(("card_error", "card_declined"), ((string?)error["type"], (string?)error["code"]));
        Assert.Equal("open", (string?)(await stripe.Get($"/v1/invoices/{id}"))["status"]);
        Assert.Contains("invoice.payment_failed", await Types(stripe));
        Assert.Equal("paid", (string?)(await stripe.Post($"/v1/invoices/{id}/pay", ("payment_method", "pm_card_visa")))["status"]);
    }

    [Fact]
    public async Task Every_change_raises_its_event_with_what_it_overwrote_and_the_request_that_made_it()
    {
        await using var practice = await Practice.Start();
        var stripe = practice.Stripe();
        var id = await stripe.Draft(("1000", "1", await stripe.Rate("21")));
        using var response = await stripe.Send(HttpMethod.Post, $"/v1/invoices/{id}/pay", "pay-1", ("payment_method", "pm_card_visa"));
        string[] expected = ["invoice.finalized", "payment_intent.created", "charge.succeeded", "payment_intent.succeeded", "invoice_payment.paid", "invoice.paid", "invoice.payment_succeeded"];
        Assert.Subset((await Types(stripe)).ToHashSet(), expected.ToHashSet());
        var paid = (await stripe.Get("/v1/events?type=invoice.paid"))["data"]![0]!;
        Assert.Equal(("pay-1", response.Headers.GetValues("Request-Id").Single()), ((string?)paid["request"]!["idempotency_key"], (string?)paid["request"]!["id"]));
        var update = (await stripe.Get("/v1/events?type=invoice.updated"))["data"]![0]!;
        Assert.Equal("open", (string?)update["data"]!["previous_attributes"]!["status"]);
    }

    static async Task<List<string>> Types(StripeHand stripe) =>
        [.. (await stripe.Get("/v1/events?limit=100"))["data"]!.AsArray().Select(item => (string)item!["type"]!)];
}
