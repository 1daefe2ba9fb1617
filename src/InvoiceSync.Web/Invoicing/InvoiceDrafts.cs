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
        var written = bodies.Zip(buyers.OrThrow(), Written).ToList();
        var checks = await dispatcher.Ask(new CheckDrafts([.. written.Where(w => w.IsGood).Select(w => w.Content)]), ct);
        if (checks.Error is { } unready) return unready;
        var faults = new Queue<IReadOnlyList<Error>>(checks.OrThrow());
        return written.Select(w => w.IsGood ? w with { Problems = [.. faults.Dequeue().Select(InvoiceFields.At)] } : w).ToList();
    }

    static Read Written(NewInvoice body, Result<GetBuyers.Found> buyer)
    {
        List<FieldProblem> problems = [.. body.LineItems
            .Select((line, at) => line is { TaxRate: > 0, Category: not VatCategory.S } ? FieldProblem.At($"/line_items/{at}/tax_rate", InvoiceRefusals.RateWithoutTax) : null)
            .Concat((body.Charges ?? []).Select((charge, at) => charge is { TaxRate: > 0, Category: not VatCategory.S } ? FieldProblem.At($"/charges/{at}/tax_rate", InvoiceRefusals.RateWithoutTax) : null))
            .OfType<FieldProblem>()];
        if (buyer.Error is { } unknown) return new(new(), [.. problems, FieldProblem.At("/customer_id", unknown)]);
        return new(body.Draft(buyer.OrThrow()), problems);
    }
}
