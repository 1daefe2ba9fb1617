using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Stripe.Wire;

namespace InvoiceSync.Sandbox.Stripe.Objects;

static class Customers
{
    const string Fields =
        "address description email metadata name phone preferred_locales shipping tax_exempt business_name individual_name balance";

    public static readonly StripeRoute[] Routes =
    [
        new("POST", "/v1/customers", Create, Fields + " tax_id_data invoice_settings payment_method"),
        new("GET", "/v1/customers", List, "email created paging"),
        new("GET", "/v1/customers/{id}", call => call.Books.Need("customer", call.Id)),
        new("POST", "/v1/customers/{id}", Update, Fields + " invoice_settings"),
        new("DELETE", "/v1/customers/{id}", Delete),
    ];

    static JsonObject Create(StripeCall call)
    {
        var (books, given) = (call.Books, call.Parameters);
        Check(given);
        foreach (var taxId in given.Hashes("tax_id_data")) TaxIds.Check(taxId);
        var customer = new JsonObject
        {
            ["id"] = books.NewId("customer", "cus_"),
            ["object"] = "customer",
            ["address"] = null,
            ["balance"] = given.Integer("balance") ?? 0,
            ["created"] = books.Seconds,
            ["currency"] = null,
            ["customer_account"] = null,
            ["default_source"] = null,
            ["delinquent"] = false,
            ["description"] = null,
            ["discount"] = null,
            ["email"] = null,
            ["invoice_prefix"] = InvoiceNumbers.Prefix(books),
            ["invoice_settings"] = new JsonObject
            {
                ["custom_fields"] = null,
                ["default_payment_method"] = given.Hash("invoice_settings").Text("default_payment_method"),
                ["footer"] = null,
                ["rendering_options"] = null,
            },
            ["livemode"] = false,
            ["metadata"] = new JsonObject(),
            ["name"] = null,
            ["next_invoice_sequence"] = 1,
            ["phone"] = null,
            ["preferred_locales"] = new JsonArray(),
            ["shipping"] = null,
            ["tax_exempt"] = "none",
            ["test_clock"] = null,
        };
        Apply(given, customer);
        books.Put("customer", customer);
        books.Raise("customer.created", customer);
        foreach (var taxId in given.Hashes("tax_id_data")) TaxIds.Add(books, customer, taxId);
        return customer;
    }

    static JsonObject List(StripeCall call)
    {
        var table = call.Books.Table("customer");
        var rows = call.Parameters.Text("email") is { } email ? table.Where("email", email) : table.All;
        return ListPage.Read(call.Parameters, "/v1/customers", table, rows,
            row => !Storage.Work.Parse(row).ContainsKey("deleted"), Storage.Work.Parse);
    }

    static JsonObject Update(StripeCall call)
    {
        var customer = Alive(call.Books, call.Id);
        var before = customer.DeepClone().AsObject();
        Check(call.Parameters);
        Apply(call.Parameters, customer);
        if (call.Parameters.Hash("invoice_settings").Text("default_payment_method") is { } method)
            customer["invoice_settings"]!["default_payment_method"] = method;
        var previous = EventLog.Previous(before, customer);
        if (previous.Count == 0) return customer;
        call.Books.Put("customer", customer);
        call.Books.Raise("customer.updated", customer, previous);
        return customer;
    }

    static JsonObject Delete(StripeCall call)
    {
        var customer = Alive(call.Books, call.Id);
        var stone = new JsonObject { ["id"] = call.Id, ["object"] = "customer", ["deleted"] = true };
        call.Books.Put("customer", stone);
        call.Books.Raise("customer.deleted", customer);
        return stone;
    }

    public static JsonObject Alive(Books books, string id, string param = "id")
    {
        var customer = books.Need("customer", id, param);
        return customer.ContainsKey("deleted") ? throw StripeRefusal.NotFound("customer", id, param) : customer;
    }

    static void Check(Parameters given)
    {
        if (given.Text("tax_exempt") is { Length: > 0 } exempt && exempt is not ("none" or "exempt" or "reverse"))
            throw StripeRefusal.Invalid("Invalid tax_exempt: must be one of none, exempt, or reverse", "tax_exempt");
        if (given.Text("email") is { Length: > 0 } email && !email.Contains('@'))
            throw StripeRefusal.Invalid($"Invalid email address: {email}", "email", "email_invalid");
        given.Hash("address").OnlyKnows(["city", "country", "line1", "line2", "postal_code", "state"]);
    }

    static void Apply(Parameters given, JsonObject customer)
    {
        foreach (var name in (string[])["description", "email", "name", "phone", "tax_exempt", "business_name", "individual_name"])
            if (given.Has(name)) customer[name] = given.Text(name) is { Length: > 0 } text ? text : null;
        if (given.Has("address")) customer["address"] = Addresses.Read(given.Root["address"]);
        if (given.Has("shipping")) customer["shipping"] = given.Root["shipping"] is JsonObject hash ? hash.DeepClone() : null;
        if (given.Has("preferred_locales")) customer["preferred_locales"] = new JsonArray([.. given.Texts("preferred_locales").Select(l => JsonValue.Create(l))]);
        if (given.Has("balance")) customer["balance"] = given.Integer("balance") ?? 0;
        Metadata.Apply(given, customer);
    }
}
