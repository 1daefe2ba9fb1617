using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Storage;
using InvoiceSync.Sandbox.Stripe.Objects;

namespace InvoiceSync.Sandbox.Scenario;

/// <summary>One plausible sale of a kind: buyer, basket, invoice, payment. The dice decide what varies.</summary>
sealed class Sale(Books books, Random dice)
{
    readonly Desk desk = new(books);

    public JsonObject Make(string kind)
    {
        var pool = new Pool(desk);
        var customer = kind switch
        {
            SaleKinds.Individual or SaleKinds.B2c or SaleKinds.Charge => pool.Person(dice.Next(24)),
            SaleKinds.Refused => pool.Unregistered(),
            SaleKinds.NoAddress => pool.Homeless(),
            SaleKinds.ReverseCharge => pool.Reversed(),
            SaleKinds.Union => pool.Union(),
            SaleKinds.AbroadPerson => pool.AbroadPerson(),
            _ => pool.Company(dice.Next(32)),
        };
        return kind == SaleKinds.Charge ? Charge(customer) : Invoice(kind, customer, pool);
    }

    JsonObject Charge(string customer)
    {
        var item = Basket.Goods[dice.Next(Basket.Goods.Count)];
        var intent = desk.Post("/v1/payment_intents", ("amount", item.UnitPrice * (1 + dice.Next(3))), ("currency", "ron"), ("customer", customer),
            ("description", item.Name), ("payment_method", "pm_card_visa"), ("confirm", "true"));
        return Receipt(SaleKinds.Charge, intent, (long)intent["amount"]!, (string?)intent["latest_charge"]);
    }

    JsonObject Invoice(string kind, string customer, Pool pool)
    {
        var currency = kind switch { SaleKinds.Eur or SaleKinds.Union => "eur", SaleKinds.Huf => "huf", _ => "ron" };
        var unpaid = kind == SaleKinds.Unpaid;
        var invoice = desk.Post("/v1/invoices", ("customer", customer), ("currency", currency),
            ("collection_method", unpaid ? "send_invoice" : "charge_automatically"), ("days_until_due", unpaid ? 14 : null),
            ("discounts[0][coupon]", kind switch { SaleKinds.Discount => pool.Coupon(10), SaleKinds.Free => pool.Coupon(100), _ => null }), ("metadata[practice_kind]", kind));
        var id = (string)invoice["id"]!;
        foreach (var (item, quantity) in Items(kind))
            desk.Post("/v1/invoiceitems", ("customer", customer), ("invoice", id), ("currency", currency), ("description", item.Name),
                ("unit_amount_decimal", currency switch { "eur" => item.UnitPrice / 5, "huf" => item.UnitPrice * 80, _ => item.UnitPrice }), ("quantity", quantity),
                ("tax_rates[0]", pool.Rate(item.Percent, kind == SaleKinds.Inclusive)));
        if (kind == SaleKinds.Proration) GiveBack(id, customer, currency, pool);
        var done = desk.Post($"/v1/invoices/{id}/finalize");
        if (!unpaid && (long)done["amount_due"]! > 0) done = desk.Post($"/v1/invoices/{id}/pay", ("payment_method", "pm_card_visa"));
        if (kind is SaleKinds.Refunded or SaleKinds.Credited) TakeBack(kind, done);
        return Receipt(kind, done, (long)done["total"]!, null);
    }

    // A third of it: by a bare refund, or by a credit note that refunds.
    void TakeBack(string kind, JsonObject invoice)
    {
        var third = (long)invoice["total"]! / 3;
        if (kind == SaleKinds.Credited)
        {
            desk.Post("/v1/credit_notes", ("invoice", invoice["id"]), ("amount", third), ("refund_amount", third), ("reason", "product_unsatisfactory"), ("memo", "Produs returnat"));
            return;
        }

        var payment = desk.Books.Table("invoice_payment").Where("invoice", (string)invoice["id"]!);
        desk.Post("/v1/refunds", ("payment_intent", Work.Parse(payment[0])["payment"]!["payment_intent"]), ("amount", third));
    }

    // As after a change of plan in the middle of a month.
    void GiveBack(string invoice, string customer, string currency, Pool pool) =>
        desk.Post("/v1/invoiceitems", ("customer", customer), ("invoice", invoice), ("currency", currency), ("description", "Timp nefolosit: abonament lunar platformă"),
            ("amount", -8_317), ("tax_rates[0]", pool.Rate(21)));

    IEnumerable<(Basket.Item Item, int Quantity)> Items(string kind)
    {
        if (kind == SaleKinds.MultiRate)
        {
            yield return (Basket.Goods[dice.Next(3)], 1 + dice.Next(4));
            yield return (Basket.Goods[3 + dice.Next(3)], 1);
            yield return (Basket.Services[dice.Next(Basket.Services.Count)], 1);
            yield break;
        }
        var shelf = kind is SaleKinds.Individual or SaleKinds.B2c ? Basket.Goods : Basket.Services;
        for (var left = 1 + dice.Next(kind == SaleKinds.B2c ? 4 : 3); left > 0; left--)
            yield return (shelf[dice.Next(shelf.Count)], 1 + dice.Next(3));
    }

    static JsonObject Receipt(string kind, JsonObject made, long total, string? charge) => new()
    {
        ["kind"] = kind,
        ["object"] = (string)made["object"]!,
        ["id"] = (string)made["id"]!,
        ["charge"] = charge,
        ["number"] = (string?)made["number"],
        ["customer"] = (string?)made["customer"],
        ["total"] = total,
        ["currency"] = (string)made["currency"]!,
    };
}
