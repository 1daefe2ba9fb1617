using System.Globalization;
using InvoiceSync.Customers;
using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing.Model;

/// <summary>From a draft to its invoice, still without number and official rate; or all that is missing, field by field.</summary>
static class DraftDocument
{
    // UNTDID 4461.
    const string CreditTransfer = "30";
    const string Undefined = "1";

    /// <summary>The same, and what those who will have to take the invoice would refuse. A number is still to be drawn; everything else must stand before one is.</summary>
    public static (InvoiceDocument? Document, IReadOnlyList<Error> Faults) Checked(DraftContent draft, Seller seller, DateOnly today, IEnumerable<IDocumentCheck> checks)
    {
        var (document, faults) = Of(draft, seller, today);
        return document is null ? (null, faults) : (document, [.. checks.SelectMany(c => c.Faults(document with { Number = "1" })).Select(DraftFaults.OfRule)]);
    }

    public static (InvoiceDocument? Document, IReadOnlyList<Error> Faults) Of(DraftContent draft, Seller seller, DateOnly today)
    {
        var faults = new List<Error>();
        var issuedOn = draft.IssueOn ?? today;
        var dueOn = draft.DueOn ?? issuedOn.AddDays(draft.TermDays ?? 0);
        if (dueOn < issuedOn) faults.Add(DraftFaults.DueBeforeIssue);
        if (issuedOn > today) faults.Add(DraftFaults.IssueInFuture);
        if (draft.IsSelfBilled && draft.Buyer.Kind == BuyerKind.Individual) faults.Add(DraftFaults.SelfBilledByPerson);
        if (draft.SuppliedTo < draft.SuppliedFrom) faults.Add(DraftFaults.SupplyReversed);

        var buyer = DraftBuyers.Of(draft.Buyer, faults);
        var delivery = DraftDelivery.Of(draft, draft.SuppliedTo ?? draft.SuppliedFrom ?? issuedOn, faults);
        var written = draft.Lines.Select((line, at) => (line, at)).Where(x => !x.line.IsEmpty).ToList();
        var suppliedOn = draft.SuppliedTo ?? draft.SuppliedFrom ?? issuedOn;
        if (written.Count == 0) faults.Add(DraftFaults.Empty);
        foreach (var (line, at) in written) faults.AddRange(Faults(line, $"lines[{at}]", seller, suppliedOn));
        foreach (var (charge, at) in draft.Charges.Select((charge, at) => (charge, at)).Where(x => !x.charge.IsEmpty)) faults.AddRange(DraftCharges.Faults(charge, $"charges[{at}]", seller, suppliedOn));

        var totals = DraftTotals.Of(draft);
        if (totals.Totals.TaxInclusive < 0) faults.Add(DraftFaults.Negative);
        if (faults.Count > 0 || buyer is null) return (null, faults);

        return (new()
        {
            Number = "",
            IsSelfBilled = draft.IsSelfBilled,
            IssuedOn = issuedOn,
            DueOn = dueOn,
            PeriodStart = draft.SuppliedFrom ?? draft.SuppliedTo,
            PeriodEnd = draft.SuppliedTo ?? draft.SuppliedFrom,
            Delivery = delivery,
            References = draft.References is { AreEmpty: false } known ? known : null,
            Currency = draft.Currency,
            Seller = seller,
            Buyer = buyer,
            Lines = [.. totals.Lines.Select((sum, n) => Line(draft.Lines[sum.At], sum, n + 1))],
            Allowances = [.. totals.Groups.Where(g => g.Allowance != 0).Select(g => new Allowance(g.Allowance, Reason(draft.Discount), g.Category, g.Rate))],
            Charges = DraftCharges.Of(draft, totals),
            Vat = [.. totals.Groups.OrderByDescending(g => g.Rate).Select(g => Row(g, draft))],
            Totals = totals.Totals,
            PaymentMeans = draft.PaymentMeans ?? (string.IsNullOrWhiteSpace(seller.Iban) ? Undefined : CreditTransfer),
            Language = draft.Language,
            Notes = [.. draft.Notes.Where(n => !string.IsNullOrWhiteSpace(n)).Select(n => n.Trim())],
        }, faults);
    }

    static IEnumerable<Error> Faults(DraftLine line, string at, Seller seller, DateOnly suppliedOn)
    {
        if (PlainText.Length(line.Name) == 0) yield return DraftFaults.NameMissing(at);
        if (line.Quantity is null or 0) yield return DraftFaults.QuantityMissing(at);
        if (line.UnitPrice is null) yield return DraftFaults.PriceMissing(at);
        foreach (var fault in OfVat(line.Category, line.Rate, line.ExemptionReason, at, seller, suppliedOn)) yield return fault;
    }

    public static IEnumerable<Error> OfVat(VatCategory category, decimal? rate, string? law, string at, Seller seller, DateOnly suppliedOn)
    {
        if (seller.IsVatPayer == (category == VatCategory.O)) yield return seller.IsVatPayer ? DraftFaults.OnlyOutsideVat(at) : DraftFaults.OutsideVat(at);
        if (category == VatCategory.S && !VatRates.On(suppliedOn).Contains(rate ?? 0)) yield return DraftFaults.RateNotAllowed(at, suppliedOn);
        if (category == VatCategory.E && string.IsNullOrWhiteSpace(law)) yield return DraftFaults.LawMissing(at);
    }

    static InvoiceLine Line(DraftLine line, DraftTotals.Line sum, int number) => new(
        number.ToString(CultureInfo.InvariantCulture), PlainText.Tidy(line.Name), string.IsNullOrWhiteSpace(line.Description) ? null : line.Description.Trim(),
        line.Quantity!.Value, line.Unit, sum.Price, sum.Discount, sum.Net, line.Category, line.Category == VatCategory.S ? line.Rate!.Value : 0)
    {
        ProductId = line.ProductId,
    };

    static VatBreakdown Row(DraftTotals.Group g, DraftContent draft)
    {
        var said = draft.Lines.Select(l => (l.Category, l.ExemptionReason)).Concat(draft.Charges.Select(c => (c.Category, c.ExemptionReason)))
            .FirstOrDefault(l => l.Category == g.Category && !string.IsNullOrWhiteSpace(l.ExemptionReason)).ExemptionReason?.Trim();
        var (code, words) = Exemptions.Of(g.Category);
        return new(g.Category, g.Rate, g.Taxable, g.Tax, code, g.Category is VatCategory.S or VatCategory.Z ? null : said ?? words);
    }

    static string Reason(Discount? discount) => string.IsNullOrWhiteSpace(discount?.Reason) ? "Discount" : discount.Reason.Trim();
}
