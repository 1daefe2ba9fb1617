namespace InvoiceSync.Invoicing;

/// <summary>
/// What a draft comes to, by the arithmetic of EN 16931 §6: the same figures while typing, in lists, on the document and in
/// the e-invoice. Lines that lack a price count as nothing yet.
/// </summary>
public sealed record DraftTotals(IReadOnlyList<DraftTotals.Line> Lines, IReadOnlyList<DraftTotals.Group> Groups, InvoiceTotals Totals)
{
    /// <summary>A line's net (BT-131), without and before the discount on the whole; Price and Discount are net too.</summary>
    public sealed record Line(int At, decimal Price, decimal Discount, decimal Net);

    /// <summary>All that has one VAT category and rate: net lines less its part of the discount, plus its charges, is Taxable.</summary>
    public sealed record Group(VatCategory Category, decimal Rate, decimal Allowance, decimal Taxable, decimal Tax)
    {
        /// <summary>What charges add to it.</summary>
        public decimal Charge { get; init; }
    }

    /// <summary>A charge (BT-99), without VAT.</summary>
    public sealed record Charged(int At, decimal Amount);

    /// <summary>In the order of the draft; those without an amount are not there yet.</summary>
    public IReadOnlyList<Charged> Charges { get; init; } = [];

    public static DraftTotals Of(DraftContent draft)
    {
        var round = new Rounding(draft.Currency);
        var priced = draft.Lines.Select((line, at) => Priced.Of(line, at, round)).OfType<Priced>().ToList();
        var whole = priced.Sum(p => p.Amount);
        var added = draft.Charges.Select((charge, at) => Added.Of(charge, at, whole, round)).OfType<Added>().ToList();
        var parts = priced.Select(p => (p.Category, p.Rate)).Concat(added.Select(a => (a.Category, a.Rate))).Distinct()
            .Select(key => new Part(key.Category, key.Rate, [.. priced.Where(p => (p.Category, p.Rate) == key)], [.. added.Where(a => (a.Category, a.Rate) == key)])).ToList();
        var off = Spread(draft.Discount, [.. parts.Select(p => p.Sold)], round);
        return draft.PricesIncludeVat ? Inclusive(parts, off, round) : Exclusive(parts, off, round);
    }

    static DraftTotals Exclusive(List<Part> parts, decimal[] off, Rounding round)
    {
        var lines = parts.SelectMany(p => p.Lines).Select(p => new Line(p.At, p.Price, p.Discount, p.Amount));
        var sums = parts.Select((p, at) =>
        {
            var taxable = p.Sold - off[at] + p.Charged;
            return new Group(p.Category, p.Rate, off[at], taxable, round.Of(taxable * p.Rate / 100)) { Charge = p.Charged };
        });
        return Sum(lines, parts.SelectMany(p => p.Charges).Select(c => new Charged(c.At, c.Amount)), [.. sums]);
    }

    // Of a price with VAT the VAT is what is rounded, so that the customer pays exactly the prices shown; what is left is spread over the lines.
    // Example at 21 %: 3 × 9.99 is 29.97; VAT 5.20, taxable 24.77.
    static DraftTotals Inclusive(List<Part> parts, decimal[] off, Rounding round)
    {
        var (lines, charges, sums) = (new List<Line>(), new List<Charged>(), new List<Group>());
        foreach (var (part, at) in parts.Select((part, at) => (part, at)))
        {
            var factor = 1 + part.Rate / 100;
            var gross = part.Sold - off[at] + part.Charged;
            var tax = round.Of(gross * part.Rate / (100 + part.Rate));
            var taxable = gross - tax;
            var added = part.Lines.Count == 0 ? taxable : round.Of(part.Charged / factor);
            var net = off[at] == 0 ? taxable - added : round.Of(part.Sold / factor);
            var nets = round.Split(net, [.. part.Lines.Select(p => p.Amount)]);
            var adds = round.Split(added, [.. part.Charges.Select(c => c.Amount)]);
            lines.AddRange(part.Lines.Select((p, n) => Net(p, nets[n], factor, round)));
            charges.AddRange(part.Charges.Select((c, n) => new Charged(c.At, adds[n])));
            sums.Add(new(part.Category, part.Rate, net + added - taxable, taxable, tax) { Charge = added });
        }

        return Sum(lines, charges, sums);
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

    static DraftTotals Sum(IEnumerable<Line> lines, IEnumerable<Charged> charges, IReadOnlyList<Group> groups)
    {
        List<Line> ordered = [.. lines.OrderBy(l => l.At)];
        var (net, off, on, tax) = (ordered.Sum(l => l.Net), groups.Sum(g => g.Allowance), groups.Sum(g => g.Charge), groups.Sum(g => g.Tax));
        var total = net - off + on + tax;
        return new(ordered, groups, new(net, off, net - off + on, tax, total, 0, total) { Charges = on }) { Charges = [.. charges.OrderBy(c => c.At)] };
    }

    /// <summary>Lines and charges of one category and rate.</summary>
    sealed record Part(VatCategory Category, decimal Rate, IReadOnlyList<Priced> Lines, IReadOnlyList<Added> Charges)
    {
        public decimal Sold => Lines.Sum(l => l.Amount);

        public decimal Charged => Charges.Sum(c => c.Amount);
    }

    /// <summary>A charge with its amount, as the prices are meant.</summary>
    sealed record Added(int At, VatCategory Category, decimal Rate, decimal Amount)
    {
        public static Added? Of(DraftCharge charge, int at, decimal whole, Rounding round) => charge is { Amount: null, Percent: null } ? null
            : new(at, charge.Category, charge.Category == VatCategory.S ? charge.Rate ?? 0 : 0, round.Of(charge.Amount ?? whole * charge.Percent!.Value / 100));
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
