using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Storage;
using InvoiceSync.Sandbox.Stripe.Wire;

namespace InvoiceSync.Sandbox.Stripe.Objects;

/// <summary>Reading and drafting invoices. What happens to them afterwards stands in <see cref="InvoiceLife"/>.</summary>
static class Invoices
{
    const string Fields =
        "auto_advance collection_method days_until_due default_tax_rates description discounts due_date effective_at footer metadata number";

    public static readonly StripeRoute[] Routes =
    [
        new("GET", "/v1/invoices", List, "customer status collection_method created paging"),
        new("POST", "/v1/invoices", Create, Fields + " customer currency pending_invoice_items_behavior"),
        new("GET", "/v1/invoices/{id}", call => Show(call.Books, call.Books.Need("invoice", call.Id))),
        new("POST", "/v1/invoices/{id}", Update, Fields),
        new("DELETE", "/v1/invoices/{id}", Delete),
        new("GET", "/v1/invoices/{id}/lines", InvoiceLines.List, "paging"),
    ];

    /// <summary>The invoice as the API shows it: the stored document plus its first ten lines.</summary>
    public static JsonObject Show(Books books, JsonObject invoice)
    {
        invoice["lines"] = InvoiceLines.First(books, (string)invoice["id"]!);
        return invoice;
    }

    public static JsonObject Draft(Books books, string id, string param = "id")
    {
        var invoice = books.Need("invoice", id, param);
        return (string?)invoice["status"] == "draft" ? invoice : throw StripeRefusal.Invalid(
            "This invoice is no longer editable.", param, "invoice_not_editable");
    }

    /// <summary>Stores the invoice (without its lines, which live in their own table) and returns the shown form.</summary>
    public static JsonObject Keep(Books books, JsonObject invoice)
    {
        invoice.Remove("lines");
        books.Put("invoice", invoice);
        return Show(books, invoice);
    }

    public static void TakeIn(Books books, JsonObject invoice, IEnumerable<JsonObject> items)
    {
        foreach (var item in items)
        {
            item["invoice"] = (string)invoice["id"]!;
            books.Put("invoiceitem", item);
            InvoiceLines.Add(books, (string)invoice["id"]!, item);
        }
        Changed(books, invoice);
    }

    public static void LetGo(Books books, JsonObject invoice, string item)
    {
        foreach (var line in InvoiceLines.All(books, (string)invoice["id"]!))
            if ((string?)line["parent"]!["invoice_item_details"]!["invoice_item"] == item) books.Remove("line_item", (string)line["id"]!);
        Changed(books, invoice);
    }

    static JsonObject List(StripeCall call)
    {
        var (given, table) = (call.Parameters, call.Books.Table("invoice"));
        string[] filters = ["customer", "status", "collection_method"];
        var asked = filters.Where(name => given.Text(name) is { Length: > 0 }).ToList();
        var rows = asked.Count == 0 ? table.All
            : asked.Select(name => table.Where(name, given.Text(name)!)).MinBy(found => found.Count)!;
        return ListPage.Read(given, "/v1/invoices", table, rows,
            row => asked.All(name => table.Value(row, name) == given.Text(name)), row => Show(call.Books, Work.Parse(row)));
    }

    static JsonObject Create(StripeCall call)
    {
        var (books, given) = (call.Books, call.Parameters);
        var customer = Customers.Alive(books, given.Need("customer"), "customer");
        var invoice = NewInvoice.From(books, given, customer);
        Apply(books, given, invoice);
        books.Put("invoice", invoice);
        if (given.Text("pending_invoice_items_behavior") == "include")
            foreach (var item in InvoiceItems.Pending(books, (string)customer["id"]!, (string)invoice["currency"]!))
            {
                item["invoice"] = (string)invoice["id"]!;
                books.Put("invoiceitem", item);
                InvoiceLines.Add(books, (string)invoice["id"]!, item);
            }
        InvoiceTotals.Recompute(books, invoice);
        var shown = Keep(books, invoice);
        books.Raise("invoice.created", shown);
        return shown;
    }

    static JsonObject Update(StripeCall call)
    {
        var (books, given) = (call.Books, call.Parameters);
        // A finalised invoice still takes metadata; everything else about it is fixed.
        var onlyNotes = given.Root.All(pair => pair.Key is "metadata" or "expand");
        var invoice = onlyNotes ? books.Need("invoice", call.Id) : Draft(books, call.Id);
        if (onlyNotes)
        {
            var before = invoice.DeepClone().AsObject();
            Metadata.Apply(given, invoice);
            var previous = EventLog.Previous(before, invoice);
            var shown = Keep(books, invoice);
            if (previous.Count > 0) books.Raise("invoice.updated", shown, previous);
            return shown;
        }
        Apply(books, given, invoice);
        return Changed(books, invoice);
    }

    static JsonObject Delete(StripeCall call)
    {
        var invoice = Show(call.Books, Draft(call.Books, call.Id));
        foreach (var line in InvoiceLines.All(call.Books, call.Id)) call.Books.Remove("line_item", (string)line["id"]!);
        call.Books.Remove("invoice", call.Id);
        call.Books.Raise("invoice.deleted", invoice);
        return new JsonObject { ["id"] = call.Id, ["object"] = "invoice", ["deleted"] = true };
    }

    static JsonObject Changed(Books books, JsonObject invoice)
    {
        var before = books.Need("invoice", (string)invoice["id"]!);
        InvoiceTotals.Recompute(books, invoice);
        invoice.Remove("lines");
        var previous = EventLog.Previous(before, invoice);
        var shown = Keep(books, invoice);
        books.Raise("invoice.updated", shown, previous);
        return shown;
    }

    static void Apply(Books books, Parameters given, JsonObject invoice)
    {
        foreach (var name in (string[])["description", "footer", "number"])
            if (given.Has(name)) invoice[name] = given.Text(name) is { Length: > 0 } text ? text : null;
        foreach (var name in (string[])["due_date", "effective_at"])
            if (given.Has(name)) invoice[name] = given.Integer(name);
        if (given.Flag("auto_advance") is { } advance) invoice["auto_advance"] = advance;
        if (given.Integer("days_until_due") is { } days) invoice["due_date"] = books.Seconds + days * 86400;
        if (given.Has("default_tax_rates"))
            invoice["default_tax_rates"] = new JsonArray([.. given.Texts("default_tax_rates").Select(rate => books.Need("tax_rate", rate, "default_tax_rates"))]);
        if (given.Has("discounts"))
            invoice["discounts"] = Discounts.Read(books, given, (string)invoice["customer"]!, (string)invoice["id"]!, null);
        Metadata.Apply(given, invoice);
    }
}
