using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Estimates;
using InvoiceSync.Invoicing;
using InvoiceSync.Tenancy;
using InvoiceSync.Tests.Fiscal.Samples;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Fiscal;

/// <summary>A pro-forma into books where nothing is idempotent: the series, its next number, the intent, then one call; a doubt is settled by the number.</summary>
public sealed class MakeEstimateInBooksTests
{
    static readonly EstimateId Id = Some.Id<EstimateId>(3);

    readonly FakeFiscal fiscal = new(FilingState.Accepted);
    GetEstimateWork.View? work = new("smartbill", EstimateInBooksState.Waits, null, null, null);
    bool hasTurn = true, mayBegin = true;

    public MakeEstimateInBooksTests() => fiscal.Dispatcher
        .On<GetEstimateWork, GetEstimateWork.View?>(_ => work)
        .On<GetEstimate, GetEstimate.View>(_ => Estimate)
        .On<ClaimEstimateSeries, bool>(_ => hasTurn)
        .On<BeginEstimateCall, bool>(_ => mayBegin)
        .On<RecordEstimateInBooks>().On<NoteEstimateWaits>().On<AskAboutEstimate>().On<RefuseEstimateInBooks>();

    static GetEstimate.View Estimate => new(Id, EstimateKind.Proforma, SampleInvoices.Ron with { Number = "P-1" }, SampleInvoices.Today, EstimateStatus.Draft, null, Some.Noon, Some.Noon, true, 1);

    [Fact]
    public async Task The_series_is_claimed_before_its_next_number_is_read_and_both_before_the_call()
    {
        fiscal.Settings["estimate_series"] = "PRX";
        await Make();
        Assert.Equal(["estimate series", "estimate P-1 PRX"], fiscal.Books.Calls);
        var order = fiscal.Dispatcher.Heard.Where(m => m is ClaimEstimateSeries or BeginEstimateCall or RecordEstimateInBooks).ToList();
        Assert.Equal("smartbill:PRX", Assert.IsType<ClaimEstimateSeries>(order[0]).Gate);
        Assert.Equal("9", Assert.IsType<BeginEstimateCall>(order[1]).Mark);
        Assert.Equal(fiscal.Books.Estimates, Assert.IsType<RecordEstimateInBooks>(order[2]).Answer);
    }

    [Fact]
    public async Task Where_none_was_chosen_it_is_the_first_series_of_pro_formas()
    {
        await Make();
        Assert.Equal("smartbill:PRF", Assert.Single(fiscal.Dispatcher.Sent<ClaimEstimateSeries>()).Gate);
        Assert.Equal("estimate P-1 PRF", fiscal.Books.Calls[^1]);
    }

    [Fact]
    public async Task While_another_has_the_series_or_a_call_may_have_been_made_nothing_is_made()
    {
        hasTurn = false;
        await Make();
        (hasTurn, mayBegin) = (true, false);
        await Make();
        Assert.DoesNotContain(fiscal.Books.Calls, c => c.StartsWith("estimate P", StringComparison.Ordinal));
        Assert.Single(fiscal.Dispatcher.Sent<NoteEstimateWaits>());
    }

    public static TheoryData<BooksAnswer<IReadOnlyList<FiscalSeries>>, bool> NoNumber => new()
    {
        { new BooksAnswer<IReadOnlyList<FiscalSeries>>.Unavailable("away"), false },
        { new BooksAnswer<IReadOnlyList<FiscalSeries>>.Limited(null), false },
        { new BooksAnswer<IReadOnlyList<FiscalSeries>>.Denied("token"), false },
        { new BooksAnswer<IReadOnlyList<FiscalSeries>>.Refused("no company"), true },
        { new BooksAnswer<IReadOnlyList<FiscalSeries>>.Found([]), true },
    };

    [Theory]
    [MemberData(nameof(NoNumber))]
    public async Task Without_the_next_number_nothing_is_made_and_what_a_person_can_cure_is_told_them(BooksAnswer<IReadOnlyList<FiscalSeries>> answer, bool refused)
    {
        fiscal.Books.EstimateLists = answer;
        foreach (var chosen in (string[])["", "PRF"])
        {
            fiscal.Settings["estimate_series"] = chosen;
            await Make();
        }

        Assert.All(fiscal.Books.Calls, c => Assert.Equal("estimate series", c));
        Assert.Empty(fiscal.Dispatcher.Sent<BeginEstimateCall>());
        Assert.Equal((refused ? 2 : 0, refused ? 0 : 2), (fiscal.Dispatcher.Sent<RefuseEstimateInBooks>().Count(), fiscal.Dispatcher.Sent<NoteEstimateWaits>().Count()));
        Assert.Equal(answer is BooksAnswer<IReadOnlyList<FiscalSeries>>.Denied ? 2 : 0, fiscal.Dispatcher.Sent<NoteConnection>().Count());
    }

    [Fact]
    public async Task Nobody_is_asked_before_a_slow_call_has_ended_and_a_number_that_stood_still_means_not_made()
    {
        Doubt();
        fiscal.Clock.Pass(fiscal.Pace.BooksLag(TenantMode.Practice) - TimeSpan.FromSeconds(1));
        await Make();
        Assert.Empty(fiscal.Books.Calls);
        Assert.Single(fiscal.Dispatcher.Sent<NoteEstimateWaits>());

        fiscal.Clock.Pass(TimeSpan.FromSeconds(1));
        await Make();
        Assert.IsType<SubmitAnswer.NotSent>(Assert.Single(fiscal.Dispatcher.Sent<RecordEstimateInBooks>()).Answer);
        Assert.Equal(["estimate series"], fiscal.Books.Calls);
    }

    [Fact]
    public async Task Once_it_moved_a_person_is_asked_and_nothing_is_made()
    {
        Doubt();
        fiscal.Books.EstimateLists = new BooksAnswer<IReadOnlyList<FiscalSeries>>.Found([new("PRF", 4)]);
        fiscal.Clock.Pass(fiscal.Pace.BooksLag(TenantMode.Practice));
        await Make();
        Assert.Equal("PRF 3", Assert.Single(fiscal.Dispatcher.Sent<AskAboutEstimate>()).Candidate);
        Assert.Equal(["estimate series"], fiscal.Books.Calls);
        Assert.Empty(fiscal.Dispatcher.Sent<RecordEstimateInBooks>());
    }

    [Fact]
    public async Task A_number_that_could_not_be_read_proves_nothing_however_late()
    {
        Doubt();
        fiscal.Clock.Pass(TimeSpan.FromDays(30));
        foreach (var answer in NoNumber.Select(row => row.Data.Item1))
        {
            fiscal.Books.EstimateLists = answer;
            await Make();
        }

        Assert.Equal(5, fiscal.Dispatcher.Sent<NoteEstimateWaits>().Count());
        Assert.Empty(fiscal.Dispatcher.Sent<RecordEstimateInBooks>());
        Assert.Empty(fiscal.Dispatcher.Sent<RefuseEstimateInBooks>());
    }

    [Theory]
    [InlineData(EstimateInBooksState.There)]
    [InlineData(EstimateInBooksState.Asks)]
    [InlineData(EstimateInBooksState.Refused)]
    [InlineData(null)]
    public async Task What_is_settled_or_waits_for_a_person_calls_nobody(EstimateInBooksState? state)
    {
        work = state is { } now ? work! with { State = now } : null;
        await Make();
        Assert.Empty(fiscal.Books.Calls);
    }

    [Fact]
    public async Task Without_a_connection_it_waits_and_says_so()
    {
        fiscal.Secrets.Remove("token");
        await Make();
        Assert.NotNull(Assert.Single(fiscal.Dispatcher.Sent<NoteEstimateWaits>()).Why);
    }

    void Doubt() => work = work! with { State = EstimateInBooksState.Calling, Series = "PRF", Mark = "3", CalledAt = Some.Noon };

    Task Make() => new MakeEstimateInBooks.Handler(fiscal.Dispatcher, fiscal.Door, fiscal.Who, fiscal.Pace, fiscal.Clock).Handle(new(Id), TestContext.Current.CancellationToken);
}
