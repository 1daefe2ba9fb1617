using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Fiscal.Model;

public sealed class OutagePeriodTests
{
    const string Link = "https://www.anaf.ro/anunt";

    [Fact]
    public void What_is_entered_has_a_source_and_ends_once()
    {
        var outage = OutagePeriod.Entered(Some.Id<OutageId>(1), Some.Noon.AddHours(-30), null, Link, false, Some.Noon);
        Assert.Equal(("anaf", false, Link), (outage.Provider, outage.IsObserved, outage.Source));
        outage.End(Some.Noon);
        Assert.Equal("2026-11-20 10:00:00Z", outage.Facts()["until"]);
        Assert.Equal("outage.ended", Assert.Throws<RuleBrokenException>(() => outage.End(Some.Noon)).Error.Code);
    }

    [Theory]
    [InlineData(1, null, Link, "outage.from_invalid")]
    [InlineData(-24 * 401, null, Link, "outage.from_invalid")]
    [InlineData(-2, 1, Link, "outage.until_invalid")]
    [InlineData(-2, -2, Link, "outage.until_invalid")]
    [InlineData(-2, null, "", "outage.source_invalid")]
    [InlineData(-2, null, "http://www.anaf.ro", "outage.source_invalid")]
    [InlineData(-2, null, "javascript:alert(1)", "outage.source_invalid")]
    [InlineData(-2, null, "https://www.anaf.ro@evil.example/", "outage.source_invalid")]
    public void What_cannot_be_or_has_no_proof_is_refused(int from, int? until, string source, string code)
    {
        DateTimeOffset? end = until is { } hours ? Some.Noon.AddHours(hours) : null;
        var enter = () => { OutagePeriod.Entered(Some.Id<OutageId>(1), Some.Noon.AddHours(from), end, source, false, Some.Noon); };
        var enterForAll = () => { OperatorOutage.Entered(Some.Id<OutageId>(1), Some.Noon.AddHours(from), end, source, false, Some.Noon); };
        Assert.All([enter, enterForAll], one => Assert.Equal(code, Assert.Throws<RuleBrokenException>(one).Error.Code));
    }
}
