using InvoiceSync.Fiscal.Ubl;
using InvoiceSync.Invoicing;
using InvoiceSync.Invoicing.Model;
using InvoiceSync.Sync.Mapping;
using InvoiceSync.Tests.Fiscal.Samples;
using InvoiceSync.Tests.Sync.Mapping;

namespace InvoiceSync.IntegrationTests.Fiscal;

/// <summary>
/// Sales of every shape as the source tells them, and what takes them back, judged by both official gates. A sample runs each time;
/// INVOICESYNC_SHAPES says how many documents, 5000 for the whole proof (some two minutes).
/// </summary>
public sealed class ShapedSalesTests
{
    const int Sample = 420;
    const int Batch = 1250;

    static int Wanted => int.TryParse(Environment.GetEnvironmentVariable("INVOICESYNC_SHAPES"), out var asked) ? asked : Sample;

    [Fact]
    public async Task Documents_of_every_shape_pass_the_schemas_and_the_official_rules()
    {
        var schemas = XsdCheck.FromFolder(FiscalData.Folder("ubl-2.1-xsd", "xsdrt"));
        var shapes = new HashSet<string>();
        foreach (var batch in Documents().Take(Wanted).Chunk(Batch))
        {
            var written = batch.ToDictionary(d => d.Name, d => UblWriter.ToBytes(d.Document));
            var verdict = await SchematronJudge.Judge(written, TestContext.Current.CancellationToken);
            Assert.All(batch, d => Assert.Equal((d.Name, null), (d.Name, UblSums.Problem(written[d.Name], d.Document.VatInRon?.Rate))));
            Assert.All(written, document => Assert.Equal((document.Key, ""), (document.Key, string.Join("; ", schemas.Check(document.Value)))));
            Assert.All(verdict, document => Assert.Equal((document.Key, ""), (document.Key, string.Join(' ', document.Value))));
            shapes.UnionWith(batch.Select(d => d.Shape));
        }

        Assert.Equal(ShapedSales.Shapes.Order(), shapes.Order());
    }

    static IEnumerable<(string Name, string Shape, InvoiceDocument Document)> Documents()
    {
        for (var seed = 1; ; seed++)
        {
            var sale = ShapedSales.From(seed);
            if (sale.Mapped() is not Mapped.ToInvoice(var made)) continue;
            var invoice = made with { Number = $"F-{seed}" };
            yield return ($"{sale.Shape}-{seed}", sale.Shape, invoice);
            // Half are taken back: whole or a third, as credit note or as storno.
            if (seed % 2 == 0 || invoice.Totals.TaxInclusive < 1) continue;
            var third = new Rounding(invoice.Currency).Of(invoice.Totals.TaxInclusive / 3);
            var asked = new CreditAsked("Returnat") { Amount = seed % 3 == 0 && third > 0 ? third : null };
            yield return ($"{sale.Shape}-{seed}-back", sale.Shape, CreditDocument.Of(invoice, [], asked, asStorno: seed % 4 == 1, SampleInvoices.Today) with { Number = $"NC-{seed}" });
        }
    }
}
