using System.Text.Json.Nodes;

namespace InvoiceSync.Sandbox.Stripe.Objects;

/// <summary>Tax of one invoice, line by line, and the sums per rate. The item's own rates beat the invoice's defaults.</summary>
sealed class LineTaxes(Books books, JsonObject invoice)
{
    readonly Dictionary<string, JsonObject> sums = [];
    readonly string exempt = (string?)invoice["customer_tax_exempt"] ?? "none";

    public long Exclusive { get; private set; }

    public long Inclusive { get; private set; }

    public JsonArray Of(JsonObject line, long left)
    {
        var rates = Rates(line).ToList();
        var inside = rates.Where(rate => (bool)rate["inclusive"]!).Sum(Percent);
        var net = exempt == "none" ? left - Round(left * inside / (100 + inside)) : left;
        return [.. rates.Select(rate => Tax(rate, net, left))];
    }

    public JsonArray Summary() => [.. sums.Values];

    IEnumerable<JsonObject> Rates(JsonObject line)
    {
        var item = books.Find("invoiceitem", (string?)line["parent"]!["invoice_item_details"]!["invoice_item"]);
        var own = item?["tax_rates"] as JsonArray ?? [];
        return (own.Count > 0 ? own : invoice["default_tax_rates"]!.AsArray()).Select(rate => rate!.AsObject());
    }

    JsonObject Tax(JsonObject rate, long net, long left)
    {
        var inclusive = (bool)rate["inclusive"]!;
        var amount = exempt == "none" ? inclusive ? left - net : Round(net * Percent(rate) / 100) : 0;
        if (inclusive) Inclusive += amount;
        else Exclusive += amount;

        var id = (string)rate["id"]!;
        var tax = new JsonObject
        {
            ["amount"] = amount,
            ["tax_behavior"] = inclusive ? "inclusive" : "exclusive",
            ["tax_rate_details"] = new JsonObject { ["tax_rate"] = id },
            // Rates set by hand carry no reason of Stripe Tax, save for the customer's own exemption.
            ["taxability_reason"] = exempt switch { "reverse" => "reverse_charge", "exempt" => "customer_exempt", _ => "not_available" },
            ["taxable_amount"] = net,
            ["type"] = "tax_rate_details",
        };
        if (!sums.TryGetValue(id, out var sum)) sums[id] = tax.DeepClone().AsObject();
        else
        {
            sum["amount"] = (long)sum["amount"]! + amount;
            sum["taxable_amount"] = (long)sum["taxable_amount"]! + net;
        }
        return tax;
    }

    static decimal Percent(JsonObject rate) => (decimal)rate["percentage"]!;

    static long Round(decimal amount) => (long)Math.Round(amount, MidpointRounding.AwayFromZero);
}
