using Bunit;
using InvoiceSync.Fiscal;
using InvoiceSync.Web.Fiscal;

namespace InvoiceSync.Tests.Web.Fiscal;

public sealed class DocumentXmlTests
{
    // "1,25rem" is no length in CSS, and the line would stand wherever the browser likes.
    [Theory]
    [InlineData("en-GB")]
    [InlineData("ro-RO")]
    public void Lines_are_set_in_by_their_depth_in_every_language(string culture)
    {
        using var pieces = new PortalPieces(culture);
        var document = new ExplainDocument.View(1, "", [new(0, "Invoice", null, null, null), new(1, "cbc:ID", "A-1", "cbc:ID", null), new(2, "cbc:ID", "VAT", "cbc:ID", null)], IsCut: false);
        var lines = pieces.Render<DocumentXml>(p => p.Add(d => d.Document, document)).FindAll(".xml > div");
        Assert.Equal(["padding-left: 0rem", "padding-left: 1.25rem", "padding-left: 2.5rem"], lines.Select(line => line.GetAttribute("style")));
    }
}
