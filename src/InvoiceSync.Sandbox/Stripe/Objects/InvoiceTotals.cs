using System.Text.Json.Nodes;

namespace InvoiceSync.Sandbox.Stripe.Objects;

/// <summary>
/// Recomputes a draft: line discounts, then the invoice's own discounts, then tax per line and rate, rounded half up.
/// <c>subtotal</c> already contains the item discounts; only the invoice's discounts stand between it and the total.
/// </summary>
static class InvoiceTotals
{
    public static void Recompute(Books books, JsonObject invoice)
    {
        var lines = InvoiceLines.All(books, (string)invoice["id"]!);
        var own = invoice["discounts"]!.AsArray().Select(id => (string)id!).ToList();
        var off = new Dictionary<string, long>();
        foreach (var line in lines)
        {
            line["discount_amounts"] = new JsonArray();
            foreach (var discount in line["discounts"]!.AsArray().Select(id => (string)id!).ToList())
                TakeOff(line, discount, Discounts.Off(books, discount, Left(line)), off);
        }

        var subtotal = lines.Sum(Left);
        foreach (var discount in own) Spread(lines, discount, Discounts.Off(books, discount, lines.Where(Discountable).Sum(Left)), off);

        var taxes = new LineTaxes(books, invoice);
        foreach (var line in lines)
        {
            line["taxes"] = taxes.Of(line, Left(line));
            books.Put("line_item", line);
        }

        var afterDiscounts = lines.Sum(Left);
        var total = afterDiscounts + taxes.Exclusive;
        invoice["subtotal"] = subtotal;
        invoice["subtotal_excluding_tax"] = subtotal - taxes.Inclusive;
        invoice["total"] = total;
        invoice["total_excluding_tax"] = total - taxes.Exclusive - taxes.Inclusive;
        invoice["total_taxes"] = taxes.Summary();
        invoice["total_discount_amounts"] = new JsonArray([.. off.Select(pair => Amount(pair.Key, pair.Value))]);
        invoice["amount_due"] = Math.Max(total, 0);
        invoice["amount_remaining"] = Math.Max(total, 0);
    }

    static long Left(JsonObject line) =>
        (long)line["amount"]! - line["discount_amounts"]!.AsArray().Sum(entry => (long)entry!["amount"]!);

    static bool Discountable(JsonObject line) => (bool)line["discountable"]!;

    // A sum taken off the whole invoice is spread by weight; the last line carries what rounding left over.
    static void Spread(List<JsonObject> lines, string discount, long sum, Dictionary<string, long> off)
    {
        var open = lines.Where(Discountable).ToList();
        var (weight, given) = (open.Sum(Left), 0L);
        for (var i = 0; i < open.Count && weight > 0; i++)
        {
            var share = i == open.Count - 1
                ? sum - given
                : (long)Math.Round((decimal)sum * Left(open[i]) / weight, MidpointRounding.AwayFromZero);
            TakeOff(open[i], discount, share, off);
            given += share;
        }
    }

    static void TakeOff(JsonObject line, string discount, long amount, Dictionary<string, long> off)
    {
        line["discount_amounts"]!.AsArray().Add((JsonNode)Amount(discount, amount));
        off[discount] = off.GetValueOrDefault(discount) + amount;
    }

    static JsonObject Amount(string discount, long amount) => new JsonObject { ["amount"] = amount, ["discount"] = discount };
}
