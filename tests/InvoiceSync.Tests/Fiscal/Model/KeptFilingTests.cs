using InvoiceSync.Fiscal;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Given;
using static InvoiceSync.Tests.Fiscal.Model.FilingMoves;

namespace InvoiceSync.Tests.Fiscal.Model;

/// <summary>A filing that is none: kept at once, and filed after all only where that is the company's to say.</summary>
public sealed class KeptFilingTests
{
    [Fact]
    public void What_is_kept_is_settled_says_why_and_moves_once()
    {
        var filing = Kept(KeptBecause.Abroad);
        Assert.Equal((FilingState.Kept, KeptBecause.Abroad, Some.Noon, "kept"), (filing.State, filing.KeptBecause, filing.Latest.SettledAt, Assert.Single(filing.Latest.Answers).Step));
        Assert.IsType<FilingMoved>(Assert.Single(filing.Raised));
    }

    [Fact]
    public void Filed_after_all_it_begins_where_the_company_files_today_with_a_new_term()
    {
        var filing = In(FilingState.Kept);
        filing.FileKept("smartbill", Some.Noon.AddDays(9), Some.Noon.AddDays(2));
        Assert.Equal((FilingState.Intended, "smartbill", Some.Noon.AddDays(9), null), (filing.State, filing.Provider, filing.FileBy, filing.KeptBecause));
        Assert.Single(filing.Attempts);
        Assert.True(filing.TryBeginSending("hash", Some.Noon.AddDays(2), foreign: true));
        Assert.True(filing.Latest.Foreign);
    }

    [Fact]
    public void What_the_buyer_files_is_never_filed_by_us() =>
        Assert.Equal("filing.by_buyer", Assert.Throws<RuleBrokenException>(() => Kept(KeptBecause.SelfBilled).FileKept("anaf", Some.Noon, Some.Noon)).Error.Code);

    [Theory]
    [InlineData(FilingState.Intended)]
    [InlineData(FilingState.Sent)]
    [InlineData(FilingState.Accepted)]
    [InlineData(FilingState.Refused)]
    [InlineData(FilingState.Stopped)]
    public void Only_what_was_kept_is_filed_after_all(FilingState state) =>
        Assert.Equal("filing.not_kept", Assert.Throws<RuleBrokenException>(() => In(state).FileKept("anaf", Some.Noon, Some.Noon)).Error.Code);
}
