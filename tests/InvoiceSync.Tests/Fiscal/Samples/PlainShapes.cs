using InvoiceSync.Invoicing;
using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using static InvoiceSync.Tests.Fiscal.Samples.SampleInvoices;

namespace InvoiceSync.Tests.Fiscal.Samples;

/// <summary>Every shape of invoice the product issues, by name.</summary>
static class PlainShapes
{
    public static IReadOnlyDictionary<string, InvoiceDocument> All { get; } = new Dictionary<string, InvoiceDocument>
    {
        ["ron-company-21"] = Ron,
        ["several-rates"] = Of(Currency.Ron, Line("1", 2, 49.99m), Line("2", 3, 10.5m, rate: 11)),
        ["old-rates-by-supply-date"] = Of(Currency.Ron, Line("1", 1, 100, rate: 19), Line("2", 1, 10, rate: 9)) with
        {
            PeriodStart = new(2025, 7, 1),
            PeriodEnd = new(2025, 7, 31),
        },
        ["line-discounts"] = Of(Currency.Ron, Line("1", 2, 100, discount: 20), Line("2", 1, 0.3333m)),
        ["document-allowance"] = Of(Currency.Ron, [Line("1", 1, 200), Line("2", 1, 100, rate: 11)],
            [new(20, "Cupon BUNVENIT10", VatCategory.S, 21), new(10, "Cupon BUNVENIT10", VatCategory.S, 11)]),
        ["document-charges"] = Charged,
        ["charge-of-a-rate-without-lines"] = Of(Currency.Ron, [Line("1", 1, 200)], [], 0, new Charge(30, "Transport", null, VatCategory.S, 11)),
        ["consumer-zeros"] = Consumer,
        ["consumer-cnp"] = Consumer with { Buyer = Person with { LegalId = "1960101410019" } },
        ["eur-with-ron-vat"] = Euro,
        ["jpy-no-decimals"] = Of(new("JPY"), Line("1", 1, 10_000)).InRon(0.0301m),
        ["bucharest-buyer"] = Ron with { Buyer = Company with { Address = new("Calea Victoriei 1", "Ap. 2", "SECTOR1", "010063", "RO-B", "RO") } },
        ["long-names"] = Of(Currency.Ron, Line("1", 1, 10) with { Name = Words(30), Description = Words(60) }),
        ["long-street"] = Ron with { Buyer = Company with { Address = Company.Address with { Street = Words(22), MoreStreet = "Bloc 7, scara 2, apartament 14" } } },
        ["long-notes"] = Ron with { Notes = [Words(120), "scurt"] },
        ["many-lines"] = Of(Currency.Ron, [.. Enumerable.Range(1, 250).Select(n => Line($"{n}", n, 1.11m))]),
        ["diacritics-and-escapes"] = Ron with
        {
            Buyer = Company with { Name = "Șoimii & \"Țara\" <Bârsei> SRL 😀", Address = Company.Address with { Street = "Str. Î.G. Duca\t5\u0001" } },
            Notes = ["a ]]> b \uD800 c"],
        },
        ["zero-total"] = Zero,
        ["paid-in-full"] = Of(Currency.Ron, [Line("1", 1, 100)], [], paid: 121) with { DueOn = null },
        ["no-due-date"] = Ron with { DueOn = null },
        ["credit-transfer"] = Ron with { PaymentMeans = "30" },
        ["periods"] = Of(Currency.Ron, Line("1", 1, 100) with { PeriodStart = new(2026, 11, 1), PeriodEnd = new(2026, 11, 30) }) with
        {
            PeriodStart = new(2026, 11, 1),
            PeriodEnd = new(2026, 11, 30),
        },
        ["storno"] = Of(Currency.Ron, Line("1", -1, 100), Line("2", -2, 10, discount: -5)),
        ["credit-note"] = Back(Ron, new("Returnat")),
        ["credit-note-of-an-amount"] = Back(Of(Currency.Ron, Line("1", 2, 49.99m), Line("2", 3, 10.5m, rate: 11)), new("Reducere") { Amount = 33.33m }),
        ["credit-note-of-a-line"] = Back(Of(Currency.Ron, [Line("1", 3, 66.67m, discount: 20), Line("2", 1, 100, rate: 11)], [new(20, "Cupon", VatCategory.S, 21)]), new("Returnat") { Lines = [new("1", 1)] }),
        ["credit-note-in-euro"] = Back(Euro, new("Reducere") { Amount = 7.77m }),
        ["credit-note-of-the-past"] = Back(Of(Currency.Ron, Line("1", 1, 100, rate: 19)) with { IssuedOn = new(2025, 7, 1) }, new("Returnat")),
        ["credit-note-reverse-charge"] = Back(Exempt(VatCategory.AE, "VATEX-EU-AE", "Taxare inversă"), new("Returnat")),
        ["storno-of-an-invoice"] = Back(Euro, new("Returnat"), asStorno: true),
        ["storno-with-allowance"] = Back(Of(Currency.Ron, [Line("1", 3, 66.67m, discount: 20)], [new(20, "Cupon", VatCategory.S, 21)]), new("Returnat") { Lines = [new("1", 1)] }, asStorno: true),
        ["credit-note-of-charges"] = Back(Charged, new("Returnat")),
        ["credit-note-of-a-tenth-with-charges"] = Back(Charged, new("Returnat") { Lines = [new("1", 1)] }),
        ["storno-of-charges"] = Back(Charged, new("Returnat") { Lines = [new("1", 3)] }, asStorno: true),
        ["reverse-charge"] = Exempt(VatCategory.AE, "VATEX-EU-AE", "Taxare inversă"),
        ["export-of-services-outside-vat"] = Exempt(VatCategory.G, "VATEX-EU-G", "Export"),
        ["goods-within-the-union"] = Goods,
        ["credit-note-of-goods"] = Back(Goods, new("Returnat")),
        ["storno-of-goods"] = Back(Goods, new("Returnat") { Amount = 40 }, asStorno: true),
        ["delivered-at-home"] = Ron with { Delivery = new(Today, new("Calea Victoriei 1", "Ap. 2", "SECTOR1", "010063", "RO-B", "RO")) },
        ["self-billed"] = Ron with { IsSelfBilled = true },
        ["credit-note-of-self-billed"] = Back(Ron with { IsSelfBilled = true }, new("Returnat")),
        ["storno-of-self-billed"] = Back(Ron with { IsSelfBilled = true }, new("Returnat"), asStorno: true),
        ["references"] = Ron with { References = Known },
        ["credit-note-with-references"] = Back(Ron with { References = Known }, new("Returnat")),
        ["vat-when-paid"] = Ron with { Seller = SampleInvoices.Seller with { PaysVatWhenPaid = true } },
        ["vat-when-paid-with-period"] = Ron with { Seller = SampleInvoices.Seller with { PaysVatWhenPaid = true }, PeriodStart = Today, PeriodEnd = Today },
        ["forints-by-the-hundred"] = Of(new("HUF"), Line("1", 1, 10_000)).InRon(0.012934m),
        ["exempt"] = Exempt(VatCategory.E, null, "Scutit conform art. 292 Cod fiscal"),
        ["seller-without-vat"] = Exempt(VatCategory.O, "VATEX-EU-O", "Neplătitor de TVA, art. 310 Cod fiscal") with
        {
            Seller = SampleInvoices.Seller with { IsVatPayer = false },
            Buyer = Company with { VatId = null },
        },
        ["foreign-company"] = Ron with
        {
            Buyer = Company with { LegalId = "HRB 12345", VatId = "DE136695976", Address = new("Unter den Linden 1", null, "Berlin", "10117", "BE", "DE") },
        },
        ["foreign-person"] = Ron with { Buyer = Person with { Address = new("1 rue de la Paix", null, "Paris", "75002", null, "FR") } },
    };

    static InvoiceDocument Goods => Exempt(VatCategory.K, "VATEX-EU-IC", "Livrare intracomunitară scutită") with
    {
        Buyer = Company with { LegalId = "HRB 12345", VatId = "DE136695976", Address = new("Unter den Linden 1", null, "Berlin", "10117", "BE", "DE") },
        Delivery = new(Today, new("Via Roma 8", null, "Milano", "20121", null, "IT")),
    };

    static DocumentReferences Known => new("REF-1", "Proiect <A>", "Contract 7/2026", "PO-77", "4711");

    static InvoiceDocument Charged => Of(Currency.Ron, [Line("1", 10, 20), Line("2", 1, 100, rate: 11)], [new(20, "Cupon", VatCategory.S, 21)], 0,
        new Charge(30, "Transport până la depozit", "FC", VatCategory.S, 21), new Charge(15, null, "PC", VatCategory.S, 11), new Charge(15, "Manipulare", null, VatCategory.S, 21) { Percent = 5, Base = 300 });

    static InvoiceDocument Back(InvoiceDocument invoice, CreditAsked asked, bool asStorno = false) =>
        CreditDocument.Of(invoice, [], asked, asStorno, Today) with { Number = "NC-0001" };

    static InvoiceDocument Exempt(VatCategory category, string? code, string reason)
    {
        var plain = Of(Currency.Ron, Line("1", 1, 100, rate: 0) with { Category = category });
        return plain with { Vat = [plain.Vat[0] with { ExemptionCode = code, ExemptionReason = reason }] };
    }

    static string Words(int count) => string.Join(' ', Enumerable.Range(1, count).Select(n => $"cuvântul{n}"));
}
