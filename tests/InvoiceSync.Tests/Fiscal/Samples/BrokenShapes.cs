using InvoiceSync.Customers;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using static InvoiceSync.Tests.Fiscal.Samples.SampleInvoices;

namespace InvoiceSync.Tests.Fiscal.Samples;

/// <summary>
/// One fault each, and the rules that must name it. Judged: the official schematron names them too. IS-… and R_… are
/// ours and the server's; "fixed" ones the writer mends by construction, so that the schematron finds nothing.
/// </summary>
static class BrokenShapes
{
    public static IReadOnlyList<(string Name, string Rules, InvoiceDocument Document, bool Judged)> All { get; } =
    [
        ("no-digit", "BR-RO-010", Ron with { Number = "ISY-A" }, true),
        ("number-201", "BR-RO-L155", Ron with { Number = new('1', 201) }, true),
        ("seller-street", "BR-RO-081", SellerAt(SampleInvoices.Seller.Address with { Street = " " }), true),
        ("buyer-street", "BR-RO-082", BuyerAt(Company.Address with { Street = "" }), true),
        ("buyer-city", "BR-RO-092", BuyerAt(Company.Address with { City = "" }), true),
        ("seller-sector", "BR-RO-100", SellerAt(SampleInvoices.Seller.Address with { City = "Bucuresti" }), true),
        ("buyer-sector", "BR-RO-101", BuyerAt(SampleInvoices.Seller.Address with { City = "Sector 3" }), true),
        ("seller-county", "BR-RO-110", SellerAt(SampleInvoices.Seller.Address with { County = "Bucuresti" }), true),
        ("buyer-county", "BR-RO-111", BuyerAt(Company.Address with { County = "CJ" }), true),
        ("buyer-country", "BR-CL-14", BuyerAt(Company.Address with { Country = "UK", County = null }), true),
        ("buyer-city-51", "BR-RO-L0502", BuyerAt(Company.Address with { City = new('x', 51) }), true),
        ("buyer-postal-21", "BR-RO-L0202", BuyerAt(Company.Address with { PostalCode = new('1', 21) }), true),
        ("buyer-name-201", "BR-RO-L203", Ron with { Buyer = Company with { Name = new('ș', 201) } }, true),
        ("buyer-email-101", "BR-RO-L1011", Ron with { Buyer = Company with { Email = new string('a', 96) + "@b.ro" } }, true),
        ("buyer-no-id", "BR-RO-120", Ron with { Buyer = Company with { LegalId = null, VatId = null } }, true),
        ("buyer-no-prefix", "BR-CO-09", Ron with { Buyer = Company with { VatId = "18547290" } }, false),
        ("buyer-other-prefix", "BR-CO-09", Ron with { Buyer = Company with { VatId = "QQ123" } }, true),
        ("notes-21", "BR-RO-A020", Ron with { Notes = [.. Enumerable.Repeat("n", 21)] }, true),
        ("negative-price", "BR-27", Of(Currency.Ron, Line("1", -1, -100)), true),
        ("unit", "BR-CL-23", Of(Currency.Ron, Line("1", 1, 100) with { Unit = "buc" }), true),
        ("no-name", "BR-25", Of(Currency.Ron, Line("1", 1, 100) with { Name = "" }), true),
        ("line-period", "BR-30", Of(Currency.Ron, Line("1", 1, 100) with { PeriodStart = Today, PeriodEnd = Today.AddDays(-1) }), true),
        ("period", "BR-29", Ron with { PeriodStart = Today, PeriodEnd = Today.AddDays(-1) }, true),
        ("three-decimals", "BR-DEC-19", Ron with { Vat = [Ron.Vat[0] with { TaxableAmount = 100.001m }] }, true),
        ("total-of-lines", "BR-CO-10", Ron with { Totals = Ron.Totals with { LineNet = 101, TaxExclusive = 101, TaxInclusive = 122, Payable = 122 } }, true),
        ("total-with-vat", "BR-CO-15 BR-CO-16", Ron with { Totals = Ron.Totals with { TaxInclusive = 121.01m } }, true),
        ("total-of-charges", "BR-CO-12 BR-CO-13", Ron with { Totals = Ron.Totals with { Charges = 1 } }, true),
        ("charge-without-reason", "BR-38", Of(Currency.Ron, [Line("1", 1, 100)], [], 0, new Charge(10, " ", null, VatCategory.S, 21)), true),
        ("charge-of-an-unknown-code", "BR-CL-20", Of(Currency.Ron, [Line("1", 1, 100)], [], 0, new Charge(10, "Transport", "QQ", VatCategory.S, 21)), true),
        ("charge-of-a-wrong-percentage", "IS-025", Of(Currency.Ron, [Line("1", 1, 100)], [], 0, new Charge(10, "Transport", "FC", VatCategory.S, 21) { Percent = 9, Base = 100 }), false),
        ("vat-base", "BR-S-08", Ron with { Vat = [Ron.Vat[0] with { TaxableAmount = 102 }] }, true),
        ("vat-amount", "BR-S-09", Euro with { Vat = [Euro.Vat[0] with { Tax = 23 }], Totals = Euro.Totals with { Vat = 23, TaxInclusive = 123, Payable = 123 }, VatInRon = Euro.VatInRon! with { Amount = 117.11m } }, true),
        ("other-rate-in-line", "BR-S-08", Ron with { Lines = [Ron.Lines[0] with { Rate = 11 }] }, true),
        ("no-ron-vat", "BR-53", Euro with { VatInRon = null }, true),
        ("currency", "BR-CL-04", Of(new("MRU"), Line("1", 1, 100)).InRon(0.1m), true),
        ("means", "BR-CL-16", Ron with { PaymentMeans = "98" }, true),
        ("no-iban", "BR-61", Ron with { PaymentMeans = "30", Seller = SampleInvoices.Seller with { Iban = null } }, true),
        ("outside-vat-with-ids", "BR-O-02", Outside, true),
        ("exempt-without-reason", "BR-E-10", Of(Currency.Ron, Line("1", 1, 100, rate: 0) with { Category = VatCategory.E }), true),
        ("seller-cui", "R_BT_32_cui", Ron with { Seller = SampleInvoices.Seller with { TaxId = "1234567898" } }, false),
        ("buyer-cui", "IS-011", Ron with { Buyer = Company with { LegalId = "18547291", VatId = null } }, false),
        ("cnp", "IS-012", Ron with { Buyer = Person with { LegalId = "1960101410018" } }, false),
        ("vat-of-another", "IS-013", Ron with { Buyer = Company with { VatId = "RO1234567897" } }, false),
        ("person-as-company", "IS-014", Ron with { Buyer = Company with { LegalId = "1960101410019", VatId = null } }, false),
        ("line-net", "IS-021", Of(Currency.Ron, Line("1", 1, 100) with { UnitPrice = 99 }), false),
        ("discount-sign", "IS-022", Of(Currency.Ron, Line("1", 1, 100, discount: -5)), false),
        ("half-a-yen", "IS-023", Of(new("JPY"), Line("1", 1, 100)).InRon(0.03m) is var yen ? yen with { Totals = yen.Totals with { Paid = 0.5m, Payable = 120.5m } } : yen, false),
        ("rate-of-another-country", "IS-032", Of(Currency.Ron, Line("1", 1, 100, rate: 20)), false),
        ("old-rate-now", "IS-032", Of(Currency.Ron, Line("1", 1, 100, rate: 19)), false),
        ("new-rate-then", "IS-032", Ron with { PeriodStart = new(2025, 7, 1), PeriodEnd = new(2025, 7, 31) }, false),
        ("seller-without-vat-charges-it", "IS-033", Ron with { Seller = SampleInvoices.Seller with { IsVatPayer = false } }, false),
        ("ron-vat-sign", "IS-041", Euro with { VatInRon = Euro.VatInRon! with { Amount = -106.93m } }, false),
        ("ron-rate", "IS-042", Euro with { VatInRon = Euro.VatInRon! with { Amount = 0, Rate = 0 } }, false),
    ];

    static InvoiceDocument Outside
    {
        get
        {
            var plain = Of(Currency.Ron, Line("1", 1, 100, rate: 0) with { Category = VatCategory.O });
            return plain with { Vat = [plain.Vat[0] with { ExemptionCode = "VATEX-EU-O" }] };
        }
    }

    static InvoiceDocument SellerAt(PostalAddress address) => Ron with { Seller = SampleInvoices.Seller with { Address = address } };

    static InvoiceDocument BuyerAt(PostalAddress address) => Ron with { Buyer = Company with { Address = address } };
}
