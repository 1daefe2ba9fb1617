using System.Globalization;
using System.Text;
using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Ubl;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Fiscal.Samples;

namespace InvoiceSync.Tests.Fiscal;

public sealed class XmlVerdictTests
{
    static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    static readonly string Written = Encoding.UTF8.GetString(UblWriter.ToBytes(SampleInvoices.Ron));

    [Fact]
    public void What_we_write_is_valid()
    {
        var verdict = Of(Written);
        Assert.Equal((XmlKind.Invoice, SampleInvoices.Ron.Number, true, false), (verdict.Kind, verdict.Number, verdict.IsValid, verdict.SchemaChecked));
        Assert.Empty(verdict.Findings);
    }

    [Theory]
    [InlineData("<cbc:DocumentCurrencyCode>RON<", "<cbc:DocumentCurrencyCode>MRU<", "BR-CL-04", XmlSeverity.Fatal)]
    [InlineData("</cbc:CustomizationID>", "X</cbc:CustomizationID>", "BR-RO-001", XmlSeverity.Fatal)]
    [InlineData("<cac:Price><cbc:PriceAmount currencyID=\"RON\">", "<cac:Price><cbc:PriceAmount currencyID=\"RON\">9", "IS-021", XmlSeverity.Advice)]
    [InlineData("<cbc:IssueDate>", "<cbc:UUID>1</cbc:UUID><cbc:IssueDate>", "UBL-CR-005", XmlSeverity.Warning)]
    public void What_is_broken_is_told_by_its_rule(string from, string to, string rule, XmlSeverity severity)
    {
        Assert.Contains(from, Written, StringComparison.Ordinal);
        var verdict = Of(Written.Replace(from, to, StringComparison.Ordinal));
        var finding = Assert.Single(verdict.Findings, f => f.Rule == rule);
        Assert.Equal((severity, severity != XmlSeverity.Fatal), (finding.Severity, verdict.IsValid));
        Assert.True(finding is { Text.Length: > 10, Cure.Length: > 3, Line: > 0 });
    }

    [Fact]
    public void A_number_that_is_none_stops_the_official_check_and_is_told()
    {
        var verdict = Of(Written.Replace("<cbc:PayableAmount currencyID=\"RON\">", "<cbc:PayableAmount currencyID=\"RON\">x", StringComparison.Ordinal));
        Assert.False(verdict.IsValid);
        Assert.Contains(verdict.Findings, f => f.Rule == "IS-100" && f.Text.Contains("\"x", StringComparison.Ordinal));
    }

    [Fact]
    public void What_cannot_be_read_is_a_verdict_too()
    {
        var verdict = Of("<html/>");
        Assert.Equal((XmlKind.Unreadable, false), (verdict.Kind, verdict.IsValid));
        Assert.Single(verdict.Findings);
    }

    [Fact]
    public async Task A_file_beyond_five_megabytes_is_not_looked_at() =>
        Assert.Equal(XmlErrors.TooLarge, (await Assert.ThrowsAsync<RuleBrokenException>(() => new CheckXml.Handler(UblSchemas.None).Handle(new(new byte[CheckXml.Largest + 1]), TestContext.Current.CancellationToken))).Error);

    static XmlVerdict Of(string xml) => XmlVerdict.Of(Encoding.UTF8.GetBytes(xml), UblSchemas.None, English);
}
