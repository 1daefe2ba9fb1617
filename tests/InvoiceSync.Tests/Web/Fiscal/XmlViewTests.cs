using System.Globalization;
using Bunit;
using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Ubl;
using InvoiceSync.Tests.Fiscal.Samples;
using InvoiceSync.Web.Fiscal;

namespace InvoiceSync.Tests.Web.Fiscal;

public sealed class XmlViewTests
{
    static readonly byte[] Broken = UblWriter.ToBytes(SampleInvoices.Ron with { Number = "none" });
    static readonly XmlVerdict Verdict = XmlVerdict.Of(Broken, UblSchemas.None, CultureInfo.GetCultureInfo("en"));

    [Fact]
    public void The_line_of_a_broken_rule_is_marked_and_no_other()
    {
        using var pieces = new PortalPieces();
        var view = pieces.Render<XmlView>(p => p.Add(v => v.Lines, XmlLayout.Of(Broken)).Add(v => v.Findings, Verdict.Findings));
        Assert.Equal("<cbc:ID>none</cbc:ID>", view.Find("li.bad code").TextContent.Trim());
        Assert.Equal("BR-RO-010", Assert.Single(view.FindAll(".xml-mark")).TextContent);
    }

    [Fact]
    public void A_finding_shows_rule_term_words_and_cure()
    {
        using var pieces = new PortalPieces("ro-RO");
        var list = pieces.Render<XmlFindings>(p => p.Add(f => f.Severity, XmlSeverity.Fatal).Add(f => f.Findings, Verdict.Findings));
        var row = list.Find("li[data-rule=BR-RO-010]").TextContent;
        Assert.Contains("BT-1", row, StringComparison.Ordinal);
        Assert.Contains("Invoice number: the invoice number has no digit.", row, StringComparison.Ordinal);
        Assert.Contains("Motive de refuz: 1", list.Find("h2").TextContent, StringComparison.Ordinal);
        Assert.Empty(pieces.Render<XmlFindings>(p => p.Add(f => f.Severity, XmlSeverity.Advice).Add(f => f.Findings, [])).Markup.Trim());
    }
}
