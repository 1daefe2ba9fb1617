using System.Globalization;
using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing.Model;

/// <summary>
/// The figures of what is taken back, with the signs of the invoice. Everything is a share of what is left, so that the last
/// note takes exactly what remains of each line, each rate and the VAT in RON. Example: of 100.00 at 21 percent, 3 of 7 pieces
/// are 42.86 and 9.00 VAT; the other 4 are 57.14 and 12.00.
/// </summary>
sealed record CreditFigures(
    IReadOnlyList<InvoiceLine> Lines,
    IReadOnlyList<Allowance> Allowances,
    IReadOnlyList<Charge> Charges,
    IReadOnlyList<VatBreakdown> Vat,
    InvoiceTotals Totals,
    decimal? VatInRon)
{
    const string Piece = "H87";

    public static CreditFigures Of(InvoiceDocument invoice, CreditLeft left, CreditAsked asked)
    {
        var round = new Rounding(invoice.Currency);
        Rule.Require(left.Total > 0, CreditErrors.NothingLeft);
        Rule.Require(asked.Amount is null || asked.Lines is null, CreditErrors.TwoWays);
        if (asked.Amount is { } amount)
        {
            Rule.Require(amount > 0 && round.Of(amount) == amount, CreditErrors.AmountWrong);
            Rule.Require(amount <= left.Total, CreditErrors.MoreThanLeft);
            if (amount < left.Total) return ByAmount(invoice, left, amount, asked.Reason, round);
        }

        var chosen = asked.Lines is { } lines ? Chosen(left, lines) : [.. left.Lines.Where(l => l.Quantity != 0).Select(l => (l, l.Quantity))];
        // Rounding may have left a charge without a line beside it, and no document goes without lines.
        return chosen.Count == 0 ? ByAmount(invoice, left, left.Total, asked.Reason, round) : ByLines(invoice, left, chosen, round);
    }

    static List<(CreditLeft.Line Line, decimal Quantity)> Chosen(CreditLeft left, IReadOnlyList<CreditedQuantity> wanted)
    {
        var chosen = new List<(CreditLeft.Line Line, decimal Quantity)>();
        foreach (var one in wanted.Where(w => w.Quantity != 0))
        {
            var line = left.Lines.FirstOrDefault(l => l.Of.Id == one.Line);
            Rule.Require(line is not null && chosen.All(c => c.Line != line), CreditErrors.LineUnknown(one.Line));
            Rule.Require(one.Quantity * line.Quantity > 0 && Math.Abs(one.Quantity) <= Math.Abs(line.Quantity), CreditErrors.QuantityTooLarge(one.Line));
            chosen.Add((line, one.Quantity));
        }

        Rule.Require(chosen.Count > 0, CreditErrors.LinesMissing);
        return chosen;
    }

    static CreditFigures ByLines(InvoiceDocument invoice, CreditLeft left, List<(CreditLeft.Line Line, decimal Quantity)> chosen, Rounding round)
    {
        var lines = chosen.Select((c, at) => LineOf(c.Line, c.Quantity, at + 1, round)).ToList();
        var (rows, allowances, charges) = (new List<VatBreakdown>(), new List<Allowance>(), new List<Charge>());
        foreach (var group in left.Groups)
        {
            if (ShareOf(group, left, chosen, lines) is not { } share) continue;
            // Discounts on the whole and amounts given back before lower each line's share, charges raise it.
            var taxable = share.IsRest ? group.Taxable : share.Net - round.Of((group.Lines - group.Taxable) * share.Part);
            var charge = share.IsRest ? group.Charges : round.Of(group.Charges * share.Part);
            var off = share.Net + charge - taxable;
            if (off != 0) allowances.Add(new(off, invoice.Allowances is [var first, ..] ? first.Reason : "Discount", group.Of.Category, group.Of.Rate));
            if (charge != 0) charges.Add(Back(invoice, group, charge));
            rows.Add(Row(group, taxable, share.IsRest, round));
        }

        return Sum(invoice, left, lines, allowances, charges, rows);
    }

    // What of a rate goes back: as much as of its lines. A charge of a rate that no line is left of goes by all the lines: the tenth of what is credited.
    static Share? ShareOf(CreditLeft.Group group, CreditLeft left, List<(CreditLeft.Line Line, decimal Quantity)> chosen, List<InvoiceLine> lines)
    {
        bool IsAll(IEnumerable<CreditLeft.Line> some) => some.All(l => l.Quantity == 0 || chosen.Any(c => c.Line == l && c.Quantity == l.Quantity));
        var own = left.Lines.Where(l => l.Quantity != 0 && group.IsOf(l.Of.Category, l.Of.Rate)).ToList();
        if (own.Count == 0)
        {
            var sold = left.Lines.Sum(l => Math.Abs(l.Net));
            return group is { Taxable: 0, Tax: 0 } ? null : new(0, IsAll(left.Lines), sold == 0 ? 0 : lines.Sum(l => Math.Abs(l.Net)) / sold);
        }

        var mine = lines.Where(l => group.IsOf(l.Category, l.Rate)).ToList();
        var net = mine.Sum(l => l.Net);
        return mine.Count == 0 ? null : new(net, net == group.Lines && IsAll(own), group.Lines == 0 ? 0 : net / group.Lines);
    }

    sealed record Share(decimal Net, bool IsRest, decimal Part);

    // Several of one rate go back as one, under the words of the first.
    static Charge Back(InvoiceDocument invoice, CreditLeft.Group group, decimal amount) =>
        invoice.Charges.First(c => group.IsOf(c.Category, c.Rate)) with { Amount = amount, Percent = null, Base = null };

    // The unit price stays; where rounding wants it otherwise the price is as fine as it must be for quantity × price to give the net (IS-021).
    static InvoiceLine LineOf(CreditLeft.Line left, decimal quantity, int number, Rounding round)
    {
        var net = quantity == left.Quantity ? left.Net : round.Of(left.Net * quantity / left.Quantity);
        var (price, discount) = (left.Of.UnitPrice, round.Of(quantity * left.Of.UnitPrice) - net);
        if (discount * quantity < 0 || round.Currency.Round(quantity * price - discount) != net) (price, discount) = (Math.Round(net / quantity, 10), 0);
        return left.Of with { Id = number.ToString(CultureInfo.InvariantCulture), Quantity = quantity, UnitPrice = price, Discount = discount, Net = net, Corrects = left.Of.Id };
    }

    // An amount with VAT is spread over the rates by what is left of each; no line's quantity goes down.
    static CreditFigures ByAmount(InvoiceDocument invoice, CreditLeft left, decimal amount, string reason, Rounding round)
    {
        var groups = left.Groups.Where(g => g.Total != 0).ToList();
        var parts = round.Split(amount, [.. groups.Select(g => g.Total)]);
        var rows = groups.Select((g, at) => ByTotal(g, parts[at], round)).Where(row => row.TaxableAmount != 0 || row.Tax != 0).ToList();
        var lines = rows.Select((row, at) => new InvoiceLine(
            $"{at + 1}", reason, null, row.TaxableAmount < 0 ? -1 : 1, Piece, Math.Abs(row.TaxableAmount), 0, row.TaxableAmount, row.Category, row.Rate)).ToList();
        return Sum(invoice, left, lines, [], [], rows);
    }

    static VatBreakdown ByTotal(CreditLeft.Group group, decimal total, Rounding round)
    {
        var tax = total == group.Total ? group.Tax : round.Of(group.Tax * total / group.Total);
        return group.Of with { TaxableAmount = total - tax, Tax = tax };
    }

    static VatBreakdown Row(CreditLeft.Group group, decimal taxable, bool isRest, Rounding round)
    {
        Rule.Require(taxable * group.Taxable >= 0 && Math.Abs(taxable) <= Math.Abs(group.Taxable), CreditErrors.MoreThanLeft with { Field = "Lines" });
        var tax = isRest || taxable == group.Taxable ? group.Tax : round.Of(group.Tax * taxable / group.Taxable);
        return group.Of with { TaxableAmount = taxable, Tax = tax };
    }

    static CreditFigures Sum(InvoiceDocument invoice, CreditLeft left, IReadOnlyList<InvoiceLine> lines, IReadOnlyList<Allowance> allowances, IReadOnlyList<Charge> charges, IReadOnlyList<VatBreakdown> rows)
    {
        var (net, off, on, tax) = (lines.Sum(l => l.Net), allowances.Sum(a => a.Amount), charges.Sum(c => c.Amount), rows.Sum(r => r.Tax));
        var total = net - off + on + tax;
        Rule.Require(total > 0 && total <= left.Total, total > 0 ? CreditErrors.MoreThanLeft : CreditErrors.NothingLeft);
        return new(lines, allowances, charges, rows, new(net, off, net - off + on, tax, total, 0, total) { Charges = on }, Ron(invoice, left, tax));
    }

    // Of the VAT in RON, too, as much as makes the sum of all notes what the sum of their VAT is worth at the invoice's rate.
    static decimal? Ron(InvoiceDocument invoice, CreditLeft left, decimal tax)
    {
        if (left.VatInRon is not { } ronLeft || invoice.VatInRon is not { } ron) return null;
        return tax == left.Vat ? ronLeft : Currency.Ron.Round((invoice.Totals.Vat - left.Vat + tax) * ron.Rate) - (ron.Amount - ronLeft);
    }
}
