using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Storage;
using InvoiceSync.Sandbox.Stripe.Wire;

namespace InvoiceSync.Sandbox.Stripe.Objects;

static class TaxIds
{
    public static readonly StripeRoute[] Routes =
    [
        new("POST", "/v1/customers/{id}/tax_ids", Create, "type value"),
        new("GET", "/v1/customers/{id}/tax_ids", List, "paging"),
        new("GET", "/v1/customers/{id}/tax_ids/{tax_id}", call => Of(call.Books, call.Id, call.Path[1])),
        new("DELETE", "/v1/customers/{id}/tax_ids/{tax_id}", Delete),
        new("GET", "/v1/tax_ids/{id}", call => call.Books.Need("tax_id", call.Id)),
    ];

    static JsonObject Create(StripeCall call)
    {
        var customer = Customers.Alive(call.Books, call.Id);
        Check(call.Parameters);
        return Add(call.Books, customer, call.Parameters);
    }

    public static void Check(Parameters given)
    {
        var type = given.Need("type");
        given.Need("value");
        if (!type.Contains('_') || type.Length > 12) throw StripeRefusal.Invalid($"Invalid type: {type}", "type");
    }

    public static JsonObject Add(Books books, JsonObject customer, Parameters given)
    {
        var (type, owner) = (given.Need("type"), (string)customer["id"]!);
        var taxId = new JsonObject
        {
            ["id"] = books.NewId("tax_id", "txi_"),
            ["object"] = "tax_id",
            ["country"] = Country(type, given.Need("value")),
            ["created"] = books.Seconds,
            ["customer"] = owner,
            ["customer_account"] = null,
            ["livemode"] = false,
            ["owner"] = new JsonObject { ["customer"] = owner, ["customer_account"] = null, ["type"] = "customer" },
            ["type"] = type,
            ["value"] = given.Need("value"),
            // Stripe checks eu_vat against VIES and knows no register for ro_tin.
            ["verification"] = new JsonObject
            {
                ["status"] = type == "eu_vat" ? "pending" : "unavailable",
                ["verified_address"] = null,
                ["verified_name"] = null,
            },
        };
        books.Put("tax_id", taxId);
        books.Raise("customer.tax_id.created", taxId);
        return taxId;
    }

    static string? Country(string type, string value) =>
        type is "eu_vat" ? value.Length > 1 ? value[..2].ToUpperInvariant() : null : type[..2].ToUpperInvariant();

    public static IEnumerable<JsonObject> OfCustomer(Books books, string customer)
    {
        var rows = books.Table("tax_id").Where("customer", customer);
        for (var i = rows.Count - 1; i >= 0; i--) yield return Work.Parse(rows[i]);
    }

    static JsonObject List(StripeCall call)
    {
        Customers.Alive(call.Books, call.Id);
        var table = call.Books.Table("tax_id");
        return ListPage.Read(call.Parameters, $"/v1/customers/{call.Id}/tax_ids", table,
            table.Where("customer", call.Id), _ => true, Work.Parse);
    }

    static JsonObject Of(Books books, string customer, string id)
    {
        Customers.Alive(books, customer);
        var taxId = books.Need("tax_id", id);
        return (string?)taxId["customer"] == customer ? taxId : throw StripeRefusal.NotFound("tax_id", id);
    }

    static JsonObject Delete(StripeCall call)
    {
        var taxId = Of(call.Books, call.Id, call.Path[1]);
        call.Books.Remove("tax_id", call.Path[1]);
        call.Books.Raise("customer.tax_id.deleted", taxId);
        return new JsonObject { ["id"] = call.Path[1], ["object"] = "tax_id", ["deleted"] = true };
    }
}
