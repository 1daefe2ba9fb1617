namespace InvoiceSync.Invoicing;

/// <summary>
/// What a draft comes to, by the arithmetic of EN 16931 §6: the same figures while typing, in lists, on the document and in
/// the e-invoice. Lines that lack a price count as nothing yet.
/// </summary>
public sealed record DraftTotals(IReadOnlyList<DraftTotals.Line> Lines, IReadOnlyList<DraftTotals.Group> Groups, InvoiceTotals Totals)
{
    /// <summary>A line's net (BT-131), without and before the discount on the whole; Price and Discount are net too.</summary>
    public sealed record Line(int At, decimal Price, decimal Discount, decimal Net);

    /// <summary>All that has one VAT category and rate: net lines less its part of the discount is Taxable.</summary>
    public sealed record Group(VatCategory Category, decimal Rate, decimal Allowance, decimal Taxable, decimal Tax);

    public static DraftTotals Of(DraftContent draft)
    {
        var round = new Rounding(draft.Currency);
        var priced = draft.Lines.Select((line, at) => Priced.Of(line, at, round)).OfType<Priced>().ToList();
        var groups = priced.GroupBy(p => (p.Category, p.Rate)).ToList();
        var off = Spread(draft.Discount, [.. groups.Select(g => g.Sum(p => p.Amount))], round);
        return draft.PricesIncludeVat ? Inclusive(groups, off, round) : Exclusive(groups, off, round);
    }

    static DraftTotals Exclusive(List<IGrouping<(VatCategory Category, decimal Rate), Priced>> groups, decimal[] off, Rounding round)
    {
        var lines = groups.SelectMany(g => g).Select(p => new Line(p.At, p.Price, p.Discount, p.Amount));
        var sums = groups.Select((g, at) =>
        {
            var taxable = g.Sum(p => p.Amount) - off[at];
            return new Group(g.Key.Category, g.Key.Rate, off[at], taxable, round.Of(taxable * g.Key.Rate / 100));
        });
        return Sum(lines, [.. sums]);
    }

    // Of a price with VAT the VAT is what is rounded, so that the customer pays exactly the prices shown; what is left is spread over the lines.
    // Example at 21 %: 3 × 9.99 is 29.97; VAT 5.20, taxable 24.77.
    static DraftTotals Inclusive(List<IGrouping<(VatCategory Category, decimal Rate), Priced>> groups, decimal[] off, Rounding round)
    {
        List<Line> lines = [];
        List<Group> sums = [];
        foreach (var (g, at) in groups.Select((g, at) => (g, at)))
        {
            var factor = 1 + g.Key.Rate / 100;
            var gross = g.Sum(p => p.Amount);
            var tax = round.Of((gross - off[at]) * g.Key.Rate / (100 + g.Key.Rate));
            var taxable = gross - off[at] - tax;
            var net = off[at] == 0 ? taxable : round.Of(gross / factor);
            var nets = round.Split(net, [.. g.Select(p => p.Amount)]);
            lines.AddRange(g.Select((p, n) => Net(p, nets[n], factor, round)));
            sums.Add(new(g.Key.Category, g.Key.Rate, net - taxable, taxable, tax));
        }

        return Sum(lines, sums);
    }

    // A unit price as fine as it must be for quantity × price to give the line again.
    static Line Net(Priced p, decimal net, decimal factor, Rounding round)
    {
        var discount = round.Of(p.Discount / factor);
        return new(p.At, Math.Round((net + discount) / p.Quantity, 10), discount, net);
    }

    static decimal[] Spread(Discount? discount, decimal[] sums, Rounding round)
    {
        var whole = sums.Sum();
        var off = discount is null ? 0 : discount.Amount is { } amount ? round.Of(amount) : round.Of(whole * (discount.Percent ?? 0) / 100);
        return off == 0 ? new decimal[sums.Length] : round.Split(off, sums);
    }

    static DraftTotals Sum(IEnumerable<Line> lines, IReadOnlyList<Group> groups)
    {
        List<Line> ordered = [.. lines.OrderBy(l => l.At)];
        var (net, off, tax) = (ordered.Sum(l => l.Net), groups.Sum(g => g.Allowance), groups.Sum(g => g.Tax));
        var total = net - off + tax;
        return new(ordered, groups, new(net, off, net - off, tax, total, 0, total));
    }

    /// <summary>A line with a quantity and a price: Amount is as the prices are meant, with or without VAT.</summary>
    sealed record Priced(int At, VatCategory Category, decimal Rate, decimal Quantity, decimal Price, decimal Discount, decimal Amount)
    {
        public static Priced? Of(DraftLine line, int at, Rounding round)
        {
            if (line is not { Quantity: { } quantity and not 0, UnitPrice: { } price }) return null;
            var whole = round.Of(quantity * price);
            var off = line.Discount is null ? 0 : line.Discount.Amount is { } amount ? round.Of(amount) : round.Of(whole * (line.Discount.Percent ?? 0) / 100);
            return new(at, line.Category, line.Category == VatCategory.S ? line.Rate ?? 0 : 0, quantity, price, off, whole - off);
        }
    }
}
