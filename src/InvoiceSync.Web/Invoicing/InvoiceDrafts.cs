using InvoiceSync.Customers;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting.Rest;

namespace InvoiceSync.Web.Invoicing;

/// <summary>
/// From what programs sent to drafts, many at once. A program is held to more than a person who types: what could not be issued is refused whole, with
/// everything that is wrong, because nobody sits there to see it later.
/// </summary>
static class InvoiceDrafts
{
    /// <summary>The draft, or what is wrong with it.</summary>
    public sealed record Read(DraftContent Content, IReadOnlyList<FieldProblem> Problems)
    {
        public bool IsGood => Problems.Count == 0;
    }

    public static async Task<Result<List<Read>>> Of(IReadOnlyList<NewInvoice> bodies, IDispatcher dispatcher, CancellationToken ct)
    {
        var buyers = await dispatcher.Ask(new GetBuyers([.. bodies.Select(b => b.CustomerId)]), ct);
        if (buyers.Error is { } unseen) return unseen;
        var products = await Products(bodies, dispatcher, ct);
        if (products.Error is { } hidden) return hidden;
        var written = bodies.Zip(buyers.OrThrow(), (body, buyer) => Written(body, buyer, products.OrThrow())).ToList();
        var checks = await dispatcher.Ask(new CheckDrafts([.. written.Where(w => w.IsGood).Select(w => w.Content)]), ct);
        if (checks.Error is { } unready) return unready;
        var faults = new Queue<IReadOnlyList<Error>>(checks.OrThrow());
        return written.Select(w => w.IsGood ? w with { Problems = [.. faults.Dequeue().Select(InvoiceFields.At)] } : w).ToList();
    }

    // Who names none need not be allowed to read them.
    static async Task<Result<Dictionary<ProductId, ProductDetails>>> Products(IReadOnlyList<NewInvoice> bodies, IDispatcher dispatcher, CancellationToken ct)
    {
        List<ProductId> named = [.. bodies.SelectMany(b => b.LineItems).Select(line => line.ProductId).OfType<ProductId>()];
        return named.Count == 0
            ? new Dictionary<ProductId, ProductDetails>()
            : (await dispatcher.Ask(new GetProducts(named), ct)).Match<Result<Dictionary<ProductId, ProductDetails>>>(found => found.ToDictionary(p => p.Id, p => p.Details), error => error);
    }

    static Read Written(NewInvoice body, Result<GetBuyers.Found> buyer, Dictionary<ProductId, ProductDetails> products)
    {
        List<FieldProblem> problems =
        [
            .. body.LineItems.SelectMany((line, at) => Problems(line, $"/line_items/{at}", products)),
            .. (body.Charges ?? []).Index().Where(c => c.Item is { TaxRate: > 0, Category: not VatCategory.S }).Select(c => FieldProblem.At($"/charges/{c.Index}/tax_rate", InvoiceRefusals.RateWithoutTax)),
        ];
        if (buyer.Error is { } unknown) return new(new(), [.. problems, FieldProblem.At("/customer_id", unknown)]);
        var currency = body.CurrencyFor(buyer.OrThrow());
        var whole = body with { LineItems = [.. body.LineItems.Select(line => line.ProductId is { } id && products.TryGetValue(id, out var product) ? line.With(product, currency, body.PricesIncludeTax) : line)] };
        problems.AddRange(whole.LineItems.Select((line, at) => line is { ProductId: { } id, UnitPrice: null } && products.ContainsKey(id) ? FieldProblem.At($"/line_items/{at}/unit_price", InvoiceRefusals.PriceMissing) : null).OfType<FieldProblem>());
        return new(whole.Draft(buyer.OrThrow()), problems);
    }

    static IEnumerable<FieldProblem> Problems(NewInvoice.Line line, string at, Dictionary<ProductId, ProductDetails> products)
    {
        if (line is { TaxRate: > 0, TaxCategory: not null and not VatCategory.S }) yield return FieldProblem.At($"{at}/tax_rate", InvoiceRefusals.RateWithoutTax);
        if (line.ProductId is { } id && !products.ContainsKey(id)) yield return FieldProblem.At($"{at}/product_id", InvoiceRefusals.ProductUnknown);
        if (line is { ProductId: null, Description: null }) yield return FieldProblem.At($"{at}/description", RestErrors.FieldMissing);
        if (line is { ProductId: null, UnitPrice: null }) yield return FieldProblem.At($"{at}/unit_price", RestErrors.FieldMissing);
    }
}
