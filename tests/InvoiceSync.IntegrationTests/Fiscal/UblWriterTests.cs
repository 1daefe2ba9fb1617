using InvoiceSync.Fiscal.Ubl;
using InvoiceSync.Invoicing;
using InvoiceSync.Invoicing.Model;
using InvoiceSync.Tests.Fiscal.Samples;

namespace InvoiceSync.IntegrationTests.Fiscal;

/// <summary>What we write is judged by both official gates: the UBL 2.1 schemas and ANAF's schematron.</summary>
public sealed class UblWriterTests
{
    [Fact]
    public Task Every_plain_shape_passes_the_schemas_and_the_official_rules() => Passes(PlainShapes.All);

    [Fact]
    public Task Four_hundred_random_invoices_pass_the_schemas_and_the_official_rules() =>
        Passes(Enumerable.Range(1, 400).ToDictionary(seed => $"random-{seed}", RandomInvoices.From));

    [Fact]
    public Task Credit_notes_and_stornos_of_random_invoices_pass_the_schemas_and_the_official_rules() =>
        Passes(Enumerable.Range(1, 300).Select(seed => (Seed: seed, Invoice: RandomInvoices.From(seed))).Where(x => x.Invoice.Totals.TaxInclusive > 0).ToDictionary(
            x => $"back-{x.Seed}", x => CreditDocument.Of(x.Invoice, [], new("Returnat"), asStorno: x.Seed % 2 == 0, SampleInvoices.Today) with { Number = $"NC-{x.Seed}" }));

    static async Task Passes(IReadOnlyDictionary<string, InvoiceDocument> documents)
    {
        var written = documents.ToDictionary(d => d.Key, d => UblWriter.ToBytes(d.Value));
        var schemas = XsdCheck.FromFolder(FiscalData.Folder("ubl-2.1-xsd", "xsdrt"));
        var verdict = await SchematronJudge.Judge(written, TestContext.Current.CancellationToken);

        Assert.All(written, document => Assert.Equal((document.Key, ""), (document.Key, string.Join("; ", schemas.Check(document.Value)))));
        Assert.All(verdict, document => Assert.Equal((document.Key, ""), (document.Key, string.Join(' ', document.Value))));
    }
}
