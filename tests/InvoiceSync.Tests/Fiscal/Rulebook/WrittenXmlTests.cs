using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Rulebook;
using InvoiceSync.Fiscal.Ubl;
using InvoiceSync.Tests.Fiscal.Samples;

namespace InvoiceSync.Tests.Fiscal.Rulebook;

/// <summary>Nothing with a fatal finding is sent, however it came through our own check of the document.</summary>
public sealed class WrittenXmlTests
{
    [Fact]
    public void Every_shape_we_write_passes() => Assert.All(PlainShapes.All, shape => Assert.Empty(WrittenXml.Problems(UblWriter.ToBytes(shape.Value), UblSchemas.None)));

    [Fact]
    public void What_slipped_past_our_own_rules_is_held_back_and_explained()
    {
        var document = SampleInvoices.Ron with { Seller = SampleInvoices.Ron.Seller with { Address = SampleInvoices.Ron.Seller.Address with { County = "XX" } } };
        var problem = Assert.Single(WrittenXml.Problems(UblWriter.ToBytes(document), UblSchemas.None));
        Assert.Equal("BR-RO-110", problem.Rule);
        Assert.Contains("CountrySubentity", problem.Field, StringComparison.Ordinal);
    }
}
