using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Storage;
using InvoiceSync.Sandbox.Stripe.Wire;

namespace InvoiceSync.Sandbox.Stripe.Objects;

/// <summary>The lines of an invoice, in the order they were added. Inside the invoice only the first ten show.</summary>
static class InvoiceLines
{
    const int Shown = 10;

    public static JsonObject List(StripeCall call)
    {
        call.Books.Need("invoice", call.Id);
        var table = call.Books.Table("line_item");
        return ListPage.Read(call.Parameters, $"/v1/invoices/{call.Id}/lines", table,
            table.Where("invoice", call.Id), _ => true, Work.Parse, oldestFirst: true);
    }

    public static JsonObject First(Books books, string invoice)
    {
        var rows = books.Table("line_item").Where("invoice", invoice);
        var first = Enumerable.Range(0, Math.Min(Shown, rows.Count)).Select(i => Work.Parse(rows[i]));
        return ListPage.Of($"/v1/invoices/{invoice}/lines", rows.Count > Shown, first);
    }

    public static List<JsonObject> All(Books books, string invoice)
    {
        var rows = books.Table("line_item").Where("invoice", invoice);
        return [.. Enumerable.Range(0, rows.Count).Select(i => Work.Parse(rows[i]))];
    }

    public static JsonObject Add(Books books, string invoice, JsonObject item)
    {
        var line = new JsonObject
        {
            ["id"] = books.NewId("line_item", "il_"),
            ["object"] = "line_item",
            ["amount"] = (long)item["amount"]!,
            ["currency"] = (string)item["currency"]!,
            ["description"] = (string?)item["description"],
            ["discount_amounts"] = new JsonArray(),
            ["discountable"] = (bool)item["discountable"]!,
            ["discounts"] = item["discounts"]!.DeepClone(),
            ["invoice"] = invoice,
            ["livemode"] = false,
            ["metadata"] = item["metadata"]!.DeepClone(),
            ["parent"] = new JsonObject
            {
                ["invoice_item_details"] = new JsonObject
                {
                    ["invoice_item"] = (string)item["id"]!,
                    ["proration"] = false,
                    ["proration_details"] = new JsonObject { ["credited_items"] = null },
                    ["subscription"] = null,
                },
                ["subscription_item_details"] = null,
                ["type"] = "invoice_item_details",
            },
            ["period"] = item["period"]!.DeepClone(),
            ["pretax_credit_amounts"] = new JsonArray(),
            ["pricing"] = item["pricing"]!.DeepClone(),
            ["quantity"] = (long)item["quantity"]!,
            ["quantity_decimal"] = (string)item["quantity_decimal"]!,
            ["subscription"] = null,
            ["subtotal"] = (long)item["amount"]!,
            ["taxes"] = new JsonArray(),
        };
        books.Put("line_item", line);
        return line;
    }
}
