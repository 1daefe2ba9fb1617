using InvoiceSync.Customers;
using InvoiceSync.Fiscal.Rules;
using InvoiceSync.Invoicing;
using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Fiscal.Samples;

namespace InvoiceSync.Tests.Invoicing.Model;

public sealed class DraftDocumentTests
{
    static readonly DateOnly Today = new(2026, 11, 21);

    static DraftContent Good => new()
    {
        Buyer = new(BuyerKind.Company, "Exemplu Client SRL", "RO18547290") { Address = new("Bd. Test 2", null, "Cluj-Napoca", "Cluj", "400001", "RO") },
        TermDays = 14,
        Lines = [new("Consultanță", null, 40, 150) { Rate = 21, Unit = "HUR" }],
    };

    [Fact]
    public void A_complete_draft_becomes_an_invoice_that_the_authority_takes()
    {
        var document = Document(Good with { Discount = new(Percent: 5, Reason: "Client vechi"), Notes = ["Vă mulțumim!"] });
        Assert.Empty(DocumentRules.Check(document with { Number = "FACT-2026-0001" }));
        Assert.Equal((Today, Today.AddDays(14), 6897m), (document.IssuedOn, document.DueOn, document.Totals.TaxInclusive));
    }

    [Fact]
    public void A_company_may_issue_in_our_name_and_a_person_may_not()
    {
        var document = Document(Good with { IsSelfBilled = true });
        Assert.True(document.IsSelfBilled);
        Assert.True(document.AsDraft(null).IsSelfBilled);
        Assert.False(Document(Good).IsSelfBilled);
        Assert.Equal("draft.self_billed_by_person", Assert.Single(Faults(Good with { IsSelfBilled = true, Buyer = Good.Buyer with { Kind = BuyerKind.Individual, TaxId = null } })).Code);
    }

    [Fact]
    public void Charges_stand_on_the_invoice_with_their_reason_code_percentage_and_base()
    {
        var document = Document(Good with { Charges = [new(100, null, "Transport", "FC") { Rate = 21 }, new(), new(null, 5, null, "PC") { Rate = 11 }] });
        Assert.Empty(DocumentRules.Check(document with { Number = "A1" }));
        Assert.Equal([(100m, "Transport", "FC", null, null), (300m, null, "PC", 5m, 6000m)], document.Charges.Select(c => (c.Amount, c.Reason, c.ReasonCode, c.Percent, c.Base)));
        Assert.Equal((400m, 6400m), (document.Totals.Charges, document.Totals.TaxExclusive));
        Assert.Null(Document(Good with { PricesIncludeVat = true, Charges = [new(null, 5, "Ambalaj") { Rate = 21 }] }).Charges[0].Base);
    }

    [Fact]
    public void A_charge_without_amount_reason_or_a_rate_of_today_is_said_at_its_field() => Assert.Equal(
        ["charges[0].amount", "charges[1].reason", "charges[2].exemption_reason", "charges[2].rate"],
        Faults(Good with { Charges = [new(Reason: "Transport") { Rate = 21 }, new(5) { Rate = 21 }, new(5, null, "A") { Rate = 19 }, new(5, null, "B") { Category = VatCategory.E }] })
            .Select(f => f.Field!.Replace("charges[3]", "charges[2]", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void Any_mix_of_rates_discounts_and_prices_with_VAT_is_taken_too() => Assert.All(Enumerable.Range(1, 500), seed =>
    {
        var random = new Random(seed);
        var draft = Good with
        {
            PricesIncludeVat = seed % 2 == 0,
            Discount = seed % 3 == 0 ? new(Percent: random.Next(1, 60)) : null,
            Charges = seed % 4 != 0 ? [] : [new(random.Next(1, 10_000) / 100m, null, "Transport") { Rate = random.Next(2) == 0 ? 21 : 11 }, new(null, random.Next(1, 400) / 4m, null, "DL") { Rate = 21 }],
            Lines = [.. Enumerable.Range(0, random.Next(1, 15)).Select(_ => new DraftLine("Produs", null, random.Next(1, 100) / 4m, random.Next(1, 100_000) / 100m)
            {
                Rate = random.Next(2) == 0 ? 21 : 11,
                Discount = random.Next(3) == 0 ? new(Percent: random.Next(0, 90)) : null,
            })],
        };
        Assert.Equal((seed, ""), (seed, string.Join(' ', DocumentRules.Check(Document(draft) with { Number = "A1" }).Select(b => $"{b.Rule} {b.Detail}"))));
    });

    [Theory]
    [InlineData(VatCategory.AE)]
    [InlineData(VatCategory.G)]
    [InlineData(VatCategory.Z)]
    public void What_bears_no_VAT_names_its_reason_where_one_is_asked(VatCategory category) =>
        Assert.Empty(DocumentRules.Check(Document(Good with { Lines = [Good.Lines[0] with { Category = category, Rate = null }] }) with { Number = "A1" }));

    [Fact]
    public void Everything_that_is_missing_is_said_at_once_and_at_its_field() => Assert.Equal(
        ["buyer.address.City", "buyer.address.County", "buyer.address.Street", "buyer.name", "buyer.tax_id", "lines[0].quantity", "lines[0].rate", "lines[0].unit_price"],
        Faults(new() { Lines = [new("Half typed")] }).Select(f => f.Field).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("18547291", "draft.cui_invalid")]
    [InlineData("", "draft.tax_id_missing")]
    public void A_company_has_a_right_number(string number, string code) =>
        Assert.Equal(code, Assert.Single(Faults(Good with { Buyer = Good.Buyer with { TaxId = number } })).Code);

    [Fact]
    public void A_person_needs_none_but_not_a_wrong_one()
    {
        Assert.Null(Document(Good with { Buyer = Good.Buyer with { Kind = BuyerKind.Individual, TaxId = null } }).Buyer.LegalId);
        Assert.Equal("draft.cnp_invalid", Assert.Single(Faults(Good with { Buyer = Good.Buyer with { Kind = BuyerKind.Individual, TaxId = "1800101221140" } })).Code);
    }

    [Fact]
    public void The_rate_is_one_of_the_day_of_supply()
    {
        var before = Good with { SuppliedTo = new(2025, 7, 31), Lines = [Good.Lines[0] with { Rate = 19 }] };
        Assert.Equal(19, Document(before).Lines[0].Rate);
        Assert.Equal("draft.rate_not_allowed", Assert.Single(Faults(before with { SuppliedTo = new(2025, 8, 1) })).Code);
    }

    [Fact]
    public void Neither_tomorrow_nor_a_due_day_before_the_issue_is_taken()
    {
        Assert.Equal("draft.issue_in_future", Assert.Single(Faults(Good with { IssueOn = Today.AddDays(1) })).Code);
        Assert.Equal("draft.due_before_issue", Assert.Single(Faults(Good with { DueOn = Today.AddDays(-1) })).Code);
    }

    [Fact]
    public void Less_than_nothing_is_a_credit_note() =>
        Assert.Equal("draft.negative", Assert.Single(Faults(Good with { Lines = [Good.Lines[0] with { Quantity = -1 }] })).Code);

    [Fact]
    public void A_seller_outside_VAT_writes_category_O_and_a_payer_never()
    {
        var outside = SampleInvoices.Seller with { IsVatPayer = false };
        var line = Good.Lines[0] with { Category = VatCategory.O, Rate = null };
        Assert.Equal("draft.seller_outside_vat", Assert.Single(DraftDocument.Of(Good, outside, Today).Faults).Code);
        Assert.Empty(DraftDocument.Of(Good with { Lines = [line] }, outside, Today).Faults);
        Assert.Equal("draft.category_outside_vat", Assert.Single(Faults(Good with { Lines = [line] })).Code);
    }

    static InvoiceDocument Document(DraftContent draft)
    {
        var (document, faults) = DraftDocument.Of(draft, SampleInvoices.Seller, Today);
        Assert.Empty(faults.Select(f => f.Message));
        return document!;
    }

    static IReadOnlyList<Error> Faults(DraftContent draft) => DraftDocument.Of(draft, SampleInvoices.Seller, Today).Faults;
}
