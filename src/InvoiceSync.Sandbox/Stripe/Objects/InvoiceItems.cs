using System.Globalization;
using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Storage;
using InvoiceSync.Sandbox.Stripe.Wire;

namespace InvoiceSync.Sandbox.Stripe.Objects;

static class InvoiceItems
{
    public static readonly StripeRoute[] Routes =
    [
        new("POST", "/v1/invoiceitems", Create,
            "amount currency customer description discountable discounts invoice metadata period price_data pricing quantity quantity_decimal tax_rates tax_behavior unit_amount_decimal"),
        new("GET", "/v1/invoiceitems", List, "customer invoice pending created paging"),
        new("GET", "/v1/invoiceitems/{id}", call => call.Books.Need("invoiceitem", call.Id)),
        new("DELETE", "/v1/invoiceitems/{id}", Delete),
    ];

    static JsonObject Create(StripeCall call)
    {
        var (books, given) = (call.Books, call.Parameters);
        var invoice = given.Text("invoice") is { Length: > 0 } id ? Invoices.Draft(books, id, "invoice") : null;
        var customer = given.Text("customer") ?? (string?)invoice?["customer"] ?? throw StripeRefusal.Missing("customer");
        Customers.Alive(books, customer, "customer");
        if (invoice is not null && (string?)invoice["customer"] != customer)
            throw StripeRefusal.Invalid("The invoice item and its invoice must belong to the same customer.", "invoice");

        var quantity = given.Decimal("quantity_decimal") ?? given.Integer("quantity") ?? 1;
        var price = ItemPrice.Read(books, given, quantity, (string?)invoice?["currency"]);
        if (invoice is not null && (string?)invoice["currency"] != price.Currency)
            throw StripeRefusal.Invalid($"The currency of the item ({price.Currency}) is not that of the invoice ({invoice["currency"]}).", "currency");
        var item = new JsonObject
        {
            ["id"] = books.NewId("invoiceitem", "ii_"),
            ["object"] = "invoiceitem",
            ["amount"] = price.Amount,
            ["currency"] = price.Currency,
            ["customer"] = customer,
            ["customer_account"] = null,
            ["date"] = books.Seconds,
            ["description"] = given.Text("description"),
            ["discountable"] = given.Flag("discountable") ?? price.Amount > 0,
            ["discounts"] = null,
            ["invoice"] = (string?)invoice?["id"],
            ["livemode"] = false,
            ["parent"] = null,
            ["period"] = new JsonObject
            {
                ["end"] = given.Hash("period").Integer("end") ?? books.Seconds,
                ["start"] = given.Hash("period").Integer("start") ?? books.Seconds,
            },
            ["pricing"] = price.ToJson(),
            ["proration"] = false,
            ["quantity"] = (long)quantity,
            ["quantity_decimal"] = quantity.ToString(CultureInfo.InvariantCulture),
            ["tax_rates"] = new JsonArray([.. given.Texts("tax_rates").Select(rate => books.Need("tax_rate", rate, "tax_rates"))]),
            ["test_clock"] = null,
        };
        item["discounts"] = Discounts.Read(books, given, customer, (string?)invoice?["id"], (string)item["id"]!);
        Metadata.Apply(given, item);
        books.Put("invoiceitem", item);
        books.Raise("invoiceitem.created", item);
        if (invoice is not null) Invoices.TakeIn(books, invoice, [item]);
        return item;
    }

    /// <summary>Items of a customer that no invoice has taken yet, oldest first.</summary>
    public static List<JsonObject> Pending(Books books, string customer, string currency)
    {
        var rows = books.Table("invoiceitem").Where("customer", customer);
        var pending = new List<JsonObject>();
        for (var i = 0; i < rows.Count; i++)
        {
            var item = Work.Parse(rows[i]);
            if (item["invoice"] is null && (string?)item["currency"] == currency) pending.Add(item);
        }
        return pending;
    }

    static JsonObject List(StripeCall call)
    {
        var (given, table) = (call.Parameters, call.Books.Table("invoiceitem"));
        var rows = given.Text("invoice") is { } invoice ? table.Where("invoice", invoice)
            : given.Text("customer") is { } customer ? table.Where("customer", customer)
            : table.All;
        var pending = given.Flag("pending");
        return ListPage.Read(given, "/v1/invoiceitems", table, rows,
            row => pending is null || table.Value(row, "invoice") is null == pending, Work.Parse);
    }

    static JsonObject Delete(StripeCall call)
    {
        var item = call.Books.Need("invoiceitem", call.Id);
        var invoice = (string?)item["invoice"] is { } id ? Invoices.Draft(call.Books, id, "invoice") : null;
        call.Books.Remove("invoiceitem", call.Id);
        if (invoice is not null) Invoices.LetGo(call.Books, invoice, call.Id);
        call.Books.Raise("invoiceitem.deleted", item);
        return new JsonObject { ["id"] = call.Id, ["object"] = "invoiceitem", ["deleted"] = true };
    }
}
