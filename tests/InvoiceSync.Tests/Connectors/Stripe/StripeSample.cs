namespace InvoiceSync.Tests.Connectors.Stripe;

/// <summary>Small Stripe objects in the shape of 2026-10-28.endive.</summary>
static class StripeSample
{
    public const string Card = """{"id":"cus_1","object":"customer","name":"Card SRL (person)","business_name":"Card SRL","email":"card@example.com","metadata":{}}""";

    public const string Tax = """{"amount":1710,"tax_behavior":"exclusive","tax_rate_details":{"tax_rate":"txr_19"},"taxability_reason":"standard_rated","taxable_amount":9000,"type":"tax_rate_details"}""";

    public static string PaidInvoice { get; } = $$"""
        {"id":"in_1","object":"invoice","status":"paid","number":"A-1","currency":"ron","created":1763000000,"livemode":false,
         "subtotal":10000,"total":10710,"amount_paid":10710,"amount_remaining":0,"due_date":null,
         "total_discount_amounts":[{"amount":1000,"discount":"di_1"}],"total_pretax_credit_amounts":[{"amount":1000,"discount":"di_1","type":"discount"}],
         "total_taxes":[{{Tax}}],"customer":{{Card}},"customer_name":"Frozen SRL","customer_email":null,"customer_tax_exempt":"reverse",
         "customer_address":{"line1":"Str. Lunga 1","line2":null,"city":"Cluj","state":"CJ","postal_code":"400000","country":"RO"},
         "customer_tax_ids":[{"type":"eu_vat","value":"RO12345678"},{"type":"ro_tin","value":null}],
         "status_transitions":{"finalized_at":1763000100,"paid_at":1763000200},
         "metadata":{"order":"PO-7"},"custom_fields":[{"name":"CUI","value":"RO123"},{"name":"order","value":"hidden"}],
         "lines":{"object":"list","has_more":false,"url":"/v1/invoices/in_1/lines","data":[
           {"id":"il_1","object":"line_item","amount":10000,"currency":"ron","description":"Consulting","quantity":2,"quantity_decimal":"2.5",
            "pricing":{"type":"price_details","unit_amount_decimal":"4000"},"period":{"start":1760000000,"end":1763000000},
            "parent":{"type":"subscription_item_details","invoice_item_details":null,"subscription_item_details":{"proration":true} },
            "discount_amounts":[{"amount":1000,"discount":"di_1"}],"taxes":[{{Tax}}] }]},
         "payments":{"object":"list","has_more":false,"data":[
           {"id":"inpay_1","object":"invoice_payment","status":"paid","invoice":"in_1","payment":{"type":"payment_intent","payment_intent":"pi_1"} }]} }
        """;

    public static FakeStripe Paid() => World(PaidInvoice)
        .At("/stripe/v1/credit_notes", _ => FakeStripe.List(false))
        .At("/stripe/v1/refunds", _ => FakeStripe.List(false, Refund("re_1", 710)))
        .At("/stripe/v1/payment_intents/pi_1", """{"id":"pi_1","object":"payment_intent","latest_charge":{"id":"ch_1","object":"charge","amount_refunded":710}}""")
        .At("/stripe/v1/tax_rates/txr_19", """{"id":"txr_19","object":"tax_rate","percentage":19.0,"country":"RO","tax_type":"vat","inclusive":false}""");

    public static FakeStripe World(string invoice) => new FakeStripe().At("/stripe/v1/invoices/in_1", invoice);

    public static string Invoice(long subtotal = 100, IEnumerable<string>? lines = null, bool more = false) => $$"""
        {"id":"in_1","object":"invoice","status":"draft","currency":"ron","created":1763000000,"livemode":false,"subtotal":{{subtotal}},"total":{{subtotal}},
         "amount_paid":0,"amount_remaining":{{subtotal}},"payments":{"object":"list","has_more":false,"data":[]},
         "lines":{"object":"list","has_more":{{(more ? "true" : "false")}},"data":[{{string.Join(',', lines ?? [Line("il_1", 100)])}}]} }
        """;

    public static string Line(string id, long amount) => $$"""{"id":"{{id}}","object":"line_item","amount":{{amount}},"currency":"ron"}""";

    public static string Charge(string id, string? intent = null, string status = "succeeded", bool captured = true, long refunded = 0) => $$"""
        {"id":"{{id}}","object":"charge","amount":5000,"amount_captured":{{(captured ? 4000 : 0)}},"amount_refunded":{{refunded}},"refunded":{{(refunded == 4000 ? "true" : "false")}},
         "captured":{{(captured ? "true" : "false")}},"status":"{{status}}","currency":"eur","created":1763000000,"livemode":false,"description":"Two tickets",
         "payment_intent":{{(intent is null ? "null" : $"\"{intent}\"")}},"customer":null,"metadata":{},
         "billing_details":{"name":"Ana Pop","email":"ana@example.com","tax_id":null,"address":{"line1":null,"line2":null,"city":null,"state":null,"postal_code":null,"country":null} } }
        """;

    public static string Refund(string id, long amount, string status = "succeeded") => $$"""{"id":"{{id}}","object":"refund","amount":{{amount}},"charge":"ch_1","status":"{{status}}","created":1763000300}""";

    public static string CreditNote(string id, long total, string? refund = null, string status = "issued") => $$"""
        {"id":"{{id}}","object":"credit_note","number":"A-1-CN-01","total":{{total}},"memo":"Retur","status":"{{status}}","created":1763000250,"invoice":"in_1",
         "refunds":[{{(refund is null ? "" : $$"""{"refund":"{{refund}}","amount_refunded":{{total}},"type":"refund"}""")}}]}
        """;

    public static HttpResponseMessage PageOf(IReadOnlyList<string> all, Asked asked)
    {
        var from = asked["starting_after"] is { } after ? all.ToList().FindIndex(one => one.Contains($"\"{after}\"", StringComparison.Ordinal)) + 1 : 0;
        var limit = int.Parse(asked["limit"]!, System.Globalization.CultureInfo.InvariantCulture);
        return FakeStripe.List(from + limit < all.Count, [.. all.Skip(from).Take(limit)]);
    }
}
