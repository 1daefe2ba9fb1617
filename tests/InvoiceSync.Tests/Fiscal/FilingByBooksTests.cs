using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Books;
using InvoiceSync.Fiscal.Estimates;
using InvoiceSync.Fiscal.Steps;
using InvoiceSync.Invoicing;
using InvoiceSync.Tenancy;
using InvoiceSync.Tests.Fiscal.Samples;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Fiscal;

/// <summary>Filing where the provider numbers and nothing is idempotent: the turn first, then the next number, then the intent, then one call.</summary>
public sealed class FilingByBooksTests
{
    readonly FakeFiscal fiscal = new(FilingState.Intended);

    public FilingByBooksTests()
    {
        fiscal.Work = fiscal.Work with { Provider = "smartbill" };
        fiscal.Settings["series"] = "FCT";
    }

    [Fact]
    public async Task The_series_is_claimed_before_its_next_number_is_read_and_both_before_the_call()
    {
        await Submit();
        Assert.Equal(["series", "submit"], fiscal.Books.Calls);
        Assert.Empty(fiscal.Calls);
        var order = fiscal.Dispatcher.Heard.Where(m => m is ClaimSeries or BeginSending or RecordSubmission).ToList();
        Assert.Equal("smartbill:FCT", Assert.IsType<ClaimSeries>(order[0]).Gate);
        Assert.Equal("7", Assert.IsType<BeginSending>(order[1]).Mark);
        Assert.Equal(fiscal.Books.Submits, Assert.IsType<RecordSubmission>(order[2]).Answer);
    }

    [Fact]
    public async Task An_invoice_made_of_a_pro_forma_that_is_there_names_it()
    {
        await Submit();
        Assert.Null(fiscal.Books.Sent!.Estimate);
        fiscal.Estimate = "PRF 0003";
        await Submit();
        Assert.Equal("PRF 0003", fiscal.Books.Sent!.Estimate);
        Assert.All(fiscal.Dispatcher.Sent<NameEstimateOf>(), asked => Assert.Equal("smartbill", asked.Provider));
    }

    [Fact]
    public async Task While_another_filing_has_the_series_nothing_is_called()
    {
        fiscal.Series = new(IsOurs: false, Some.Id<InvoiceId>(9), "It waits for another.");
        await Submit();
        Assert.Empty(fiscal.Books.Calls);
        var noted = Assert.Single(fiscal.Dispatcher.Sent<NoteFilingWaits>());
        Assert.IsType<SubmitFiling>(noted.Next);
        Assert.Equal((fiscal.Series.HeldBy, fiscal.Series.Why, fiscal.Clock.GetUtcNow() + fiscal.Pace.BeforeRetry(TenantMode.Practice)), (noted.For, noted.Why, noted.NextAt));
    }

    public static TheoryData<BooksAnswer<IReadOnlyList<FiscalSeries>>, bool> NoNumber => new()
    {
        { new BooksAnswer<IReadOnlyList<FiscalSeries>>.Unavailable("away"), false },
        { new BooksAnswer<IReadOnlyList<FiscalSeries>>.Limited(null), false },
        { new BooksAnswer<IReadOnlyList<FiscalSeries>>.Denied("token"), true },
        { new BooksAnswer<IReadOnlyList<FiscalSeries>>.Refused("no company"), false },
        { new BooksAnswer<IReadOnlyList<FiscalSeries>>.Found([]), false },
    };

    [Theory]
    [MemberData(nameof(NoNumber))]
    public async Task Without_the_next_number_nothing_is_sent_and_nothing_said_of_a_call(BooksAnswer<IReadOnlyList<FiscalSeries>> answer, bool person)
    {
        fiscal.Books.Lists = answer;
        await Submit();
        Assert.Equal(["series"], fiscal.Books.Calls);
        Assert.Empty(fiscal.Dispatcher.Sent<BeginSending>());
        Assert.Empty(fiscal.Dispatcher.Sent<RecordSubmission>());
        Assert.IsType<SubmitFiling>(Assert.Single(fiscal.Dispatcher.Sent<NoteFilingWaits>()).Next);
        Assert.Equal(person ? ["smartbill"] : [], fiscal.Dispatcher.Sent<NoteConnection>().Select(n => n.Provider));
    }

    [Fact]
    public async Task What_may_have_been_sent_before_is_asked_about_without_a_turn_or_a_call()
    {
        (fiscal.Work, fiscal.MayBegin) = (fiscal.Work with { MayBeSent = true }, false);
        await Submit();
        Assert.Empty(fiscal.Books.Calls);
        Assert.Empty(fiscal.Dispatcher.Sent<ClaimSeries>());
    }

    [Fact]
    public async Task What_takes_back_a_whole_invoice_of_the_same_books_reverses_it_there()
    {
        TakeBack(121);
        fiscal.Settings["series"] = "OTHER"; // chosen since: a reversal is numbered from the series of what it reverses
        fiscal.Original = new("smartbill", FilingState.Accepted, "FCT 0006");
        await Submit();
        Assert.Equal(("FCT 0006", "smartbill:FCT"), (fiscal.Books.Sent!.Reverses, Assert.Single(fiscal.Dispatcher.Sent<ClaimSeries>()).Gate));
    }

    [Theory]
    [InlineData("anaf", 121)]
    [InlineData("smartbill", 60.5)]
    public async Task What_was_filed_elsewhere_or_is_taken_back_in_part_is_a_document_of_its_own(string provider, decimal owed)
    {
        TakeBack(owed);
        fiscal.Original = new(provider, FilingState.Accepted, "FCT 0006");
        await Submit();
        Assert.Null(fiscal.Books.Sent!.Reverses);
    }

    [Fact]
    public async Task What_takes_back_an_invoice_that_has_no_number_yet_waits_for_it()
    {
        TakeBack(121);
        fiscal.Original = new("smartbill", FilingState.Sent, null);
        await Submit();
        Assert.Empty(fiscal.Books.Calls);
        Assert.Contains("waits", Assert.Single(fiscal.Dispatcher.Sent<NoteFilingWaits>()).Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(121, "as FCT 0007.")]
    [InlineData(120.99, "look at both")]
    public async Task A_total_that_differs_there_is_told(decimal total, string told)
    {
        fiscal.Work = fiscal.Work with { State = FilingState.Sent, Index = "FCT 0007" };
        fiscal.Books.Says = new StatusAnswer.Accepted("FCT 0007") { Total = total };
        await new PollFiling.Handler(fiscal.Dispatcher, fiscal.Door, fiscal.Who, fiscal.Pace, fiscal.Clock).Handle(new(FakeFiscal.Filing), TestContext.Current.CancellationToken);
        Assert.Contains(told, Assert.Single(fiscal.Dispatcher.Sent<AcceptFiling>()).Remark, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("smartbill", 4)]
    [InlineData("archive", 3)]
    public async Task The_original_that_is_kept_is_theirs_or_our_own_print(string provider, int length)
    {
        fiscal.Work = fiscal.Work with { Provider = provider, State = FilingState.Accepted, DownloadId = "FCT 0007" };
        await new CollectReceipt.Handler(fiscal.Dispatcher, fiscal.Door, fiscal.Who).Handle(new(FakeFiscal.Filing), TestContext.Current.CancellationToken);
        var kept = Assert.Single(fiscal.Dispatcher.Sent<KeepReceipt>());
        Assert.Equal((FilingFile.Pdf, length), (kept.Kind, kept.File!.Length));
    }

    void TakeBack(decimal owed)
    {
        fiscal.Corrects = Some.Id<InvoiceId>(9);
        var totals = SampleInvoices.Ron.Totals;
        fiscal.Document = SampleInvoices.Ron with { Type = DocumentType.CreditNote, Corrects = new("ISY-0000", SampleInvoices.Today) };
        fiscal.Corrected = SampleInvoices.Ron with { Totals = totals with { TaxInclusive = totals.TaxInclusive == owed ? owed : owed * 10 } };
    }

    Task Submit() => new SubmitFiling.Handler(fiscal.Dispatcher, fiscal.Door, fiscal.Who, fiscal.Pace, UblSchemas.None, fiscal.Clock).Handle(new(FakeFiscal.Filing), TestContext.Current.CancellationToken);
}
