using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Steps;
using InvoiceSync.Tenancy;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Fiscal;

/// <summary>A doubt where only the next number tells: unmoved after its time means never made, moved means a person looks.</summary>
public sealed class DoubtInBooksTests
{
    readonly FakeFiscal fiscal = new(FilingState.Unknown);

    public DoubtInBooksTests()
    {
        fiscal.Work = fiscal.Work with { Provider = "smartbill", Series = "FCT", Mark = "7" };
        fiscal.Settings["series"] = "OTHER"; // chosen since
    }

    [Fact]
    public async Task Nobody_is_asked_before_a_slow_call_has_ended_and_a_number_that_has_not_moved_then_means_that_nothing_was_made()
    {
        fiscal.Clock.Pass(fiscal.Pace.BooksLag(TenantMode.Practice) - TimeSpan.FromSeconds(1));
        await Reconcile();
        Assert.Empty(fiscal.Books.Calls);
        Assert.IsType<ReconcileFiling>(Assert.Single(fiscal.Dispatcher.Sent<NoteFilingWaits>()).Next);

        fiscal.Clock.Pass(TimeSpan.FromSeconds(1));
        await Reconcile();
        Assert.IsType<SubmitAnswer.NotSent>(Assert.Single(fiscal.Dispatcher.Sent<RecordSubmission>()).Answer);
        Assert.DoesNotContain("submit", fiscal.Books.Calls);
    }

    [Fact]
    public async Task A_doubt_told_after_the_series_was_given_back_is_settled_by_the_chosen_series()
    {
        fiscal.Work = fiscal.Work with { Series = null };
        fiscal.Settings["series"] = "FCT";
        fiscal.Clock.Pass(fiscal.Pace.BooksLag(TenantMode.Practice));
        await Reconcile();
        Assert.IsType<SubmitAnswer.NotSent>(Assert.Single(fiscal.Dispatcher.Sent<RecordSubmission>()).Answer);
    }

    [Theory]
    [InlineData(121)]
    [InlineData(50)]
    [InlineData(null)]
    public async Task Once_it_moved_a_person_is_asked_and_is_told_what_is_there_however_well_it_fits(int? total)
    {
        fiscal.Books.Lists = FakeBooks.Next(8);
        fiscal.Books.Holds = total;
        fiscal.Clock.Pass(fiscal.Pace.BooksLag(TenantMode.Practice));
        await Reconcile();
        var asks = Assert.Single(fiscal.Dispatcher.Sent<AskAboutFiling>());
        Assert.Equal("FCT 7", asks.Candidate);
        Assert.Contains(total is { } there ? $"{there}.00" : "from 7 to 8", asks.Why, StringComparison.Ordinal);
        Assert.Empty(fiscal.Dispatcher.Sent<RecordSubmission>());
    }

    [Fact]
    public async Task A_filing_that_waits_for_a_person_asks_nobody_else()
    {
        fiscal.Work = fiscal.Work with { AsksPerson = true };
        await Reconcile();
        Assert.Empty(fiscal.Books.Calls);
    }

    public static TheoryData<BooksAnswer<IReadOnlyList<FiscalSeries>>> Unread =>
    [
        new BooksAnswer<IReadOnlyList<FiscalSeries>>.Unavailable("away"), new BooksAnswer<IReadOnlyList<FiscalSeries>>.Limited(null),
        new BooksAnswer<IReadOnlyList<FiscalSeries>>.Denied("token"), new BooksAnswer<IReadOnlyList<FiscalSeries>>.Found([]),
    ];

    [Theory]
    [MemberData(nameof(Unread))]
    public async Task A_number_that_could_not_be_read_proves_nothing_however_late(BooksAnswer<IReadOnlyList<FiscalSeries>> answer)
    {
        fiscal.Books.Lists = answer;
        fiscal.Clock.Pass(TimeSpan.FromDays(30));
        await Reconcile();
        Assert.Empty(fiscal.Dispatcher.Sent<RecordSubmission>());
        Assert.Single(fiscal.Dispatcher.Sent<NoteFilingWaits>());
    }

    [Fact]
    public async Task Without_a_line_there_is_nothing_to_ask_and_it_is_done_again()
    {
        fiscal.Work = fiscal.Work with { Provider = "archive" };
        await Reconcile();
        Assert.IsType<SubmitAnswer.NotSent>(Assert.Single(fiscal.Dispatcher.Sent<RecordSubmission>()).Answer);
    }

    Task Reconcile() => new ReconcileFiling.Handler(fiscal.Dispatcher, fiscal.Door, fiscal.Who, fiscal.Pace, fiscal.Clock).Handle(new(FakeFiscal.Filing), TestContext.Current.CancellationToken);
}
