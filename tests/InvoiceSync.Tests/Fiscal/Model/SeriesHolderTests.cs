using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Fiscal.Model;

public sealed class SeriesHolderTests
{
    [Theory]
    [InlineData(FilingState.Intended, null, false, null)]
    [InlineData(FilingState.Intended, null, true, AheadBecause.WaitsItself)]
    [InlineData(FilingState.Unknown, null, true, AheadBecause.MakingUnsure)]
    [InlineData(FilingState.Accepted, BooksStep.Delete, false, AheadBecause.DeletionUnsure)]
    [InlineData(FilingState.Accepted, null, false, null)]
    public void A_turn_that_ends_in_a_moment_is_nothing_to_tell(FilingState state, BooksStep? underWay, bool waits, AheadBecause? because) =>
        Assert.Equal(because, new SeriesHolder(Some.Id<InvoiceId>(1), "FCT 0007", state, underWay, waits).Because);

    [Fact]
    public void Its_words_name_no_invoice_and_differ()
    {
        var words = Enum.GetValues<AheadBecause>().Select(SeriesHolder.Words).ToList();
        Assert.Equal(words.Count, words.Distinct().Count());
        Assert.All(words, w => Assert.StartsWith("It waits for another invoice of its series", w, StringComparison.Ordinal));
    }
}
