using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Stripe.Objects;

namespace InvoiceSync.Sandbox.Stripe.Wire;

/// <summary>
/// <c>expand[]</c>: an id becomes its object, and the includable lists appear that are absent by default.
/// Paths go at most four deep and start with <c>data.</c> on lists.
/// </summary>
static class Expansion
{
    static readonly Dictionary<string, string> Kinds = new()
    {
        ["customer"] = "customer",
        ["payment_intent"] = "payment_intent",
        ["latest_charge"] = "charge",
        ["charge"] = "charge",
        ["invoice"] = "invoice",
        ["balance_transaction"] = "balance_transaction",
        ["price"] = "price",
        ["product"] = "product",
        ["discount"] = "discount",
        ["discounts"] = "discount",
        ["coupon"] = "coupon",
        ["source"] = "charge",
    };

    public static void Apply(Books books, Parameters parameters, JsonObject answer)
    {
        foreach (var path in parameters.Texts("expand"))
        {
            var steps = path.Split('.');
            if (steps.Length > 4) throw StripeRefusal.Invalid("You cannot expand more than 4 levels of a property.", "expand");
            if (!Walk(books, answer, steps)) throw StripeRefusal.Invalid($"This property cannot be expanded ({path}).", "expand");
        }
    }

    static bool Walk(Books books, JsonNode? node, ReadOnlySpan<string> steps)
    {
        if (steps.IsEmpty) return true;
        if (node is JsonArray list)
        {
            foreach (var item in list)
                if (!Walk(books, item, steps)) return false;
            return true;
        }
        if (node is not JsonObject thing) return true;
        var name = steps[0];
        Include(books, thing, name);
        if (!thing.TryGetPropertyValue(name, out var value)) return false;
        if (value is null) return true;
        if (value is JsonValue && !Replace(books, thing, name, value)) return false;
        if (value is JsonArray ids && ids.All(id => id is JsonValue) && !ReplaceAll(books, thing, name, ids)) return false;
        return Walk(books, thing[name], steps[1..]);
    }

    static bool Replace(Books books, JsonObject thing, string name, JsonNode value)
    {
        if (!Kinds.TryGetValue(name, out var kind)) return false;
        if (Load(books, kind, value) is { } found) thing[name] = found;
        return true;
    }

    static bool ReplaceAll(Books books, JsonObject thing, string name, JsonArray ids)
    {
        if (!Kinds.TryGetValue(name, out var kind)) return false;
        thing[name] = new JsonArray([.. ids.Select(id => (JsonNode?)Load(books, kind, id!) ?? id!.DeepClone())]);
        return true;
    }

    static JsonObject? Load(Books books, string kind, JsonNode id)
    {
        var found = books.Find(kind, id.ToString());
        return found is not null && kind == "invoice" ? Invoices.Show(books, found) : found;
    }

    static void Include(Books books, JsonObject thing, string name)
    {
        if (thing.ContainsKey(name)) return;
        var id = (string?)thing["id"] ?? "";
        switch ((string?)thing["object"], name)
        {
            case ("invoice", "payments"):
                thing[name] = InvoicePayments.OfInvoice(books, id);
                break;
            case ("customer", "tax_ids"):
                thing[name] = ListPage.Of($"/v1/customers/{id}/tax_ids", false, TaxIds.OfCustomer(books, id));
                break;
            case ("customer", "subscriptions"):
            case ("charge", "refunds"):
                thing[name] = ListPage.Of($"/v1/{thing["object"]}s/{id}/{name}", false, []);
                break;
            case ("invoice", "confirmation_secret"):
                thing[name] = null;
                break;
        }
    }
}
