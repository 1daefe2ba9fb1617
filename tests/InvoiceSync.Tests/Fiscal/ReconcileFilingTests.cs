using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Steps;
using InvoiceSync.Tenancy;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Fiscal;

/// <summary>A doubt is settled by asking: found means follow, only a whole list after its time means never arrived.</summary>
public sealed class ReconcileFilingTests
{
    readonly FakeFiscal anaf = new(FilingState.Unknown);

    [Fact]
    public async Task Found_in_the_list_it_is_followed()
    {
        anaf.SeenNumbers["m2"] = anaf.Document.Number;
        anaf.SeenNumbers["m1"] = "OTHER-1";
        anaf.Lists.Add(new SearchAnswer.Found([Message("m1", "5001", FiscalMessageKind.Sent)], 1, 2));
        anaf.Lists.Add(new SearchAnswer.Found([Message("m2", "5002", FiscalMessageKind.Sent)], 2, 2));
        await Reconcile();
        Assert.Equal("5002", Assert.IsType<SubmitAnswer.Received>(Assert.Single(anaf.Dispatcher.Sent<RecordSubmission>()).Answer).Index);
    }

    [Fact]
    public async Task Not_in_the_list_it_waits_until_the_list_has_had_its_time()
    {
        anaf.Lists.Add(new SearchAnswer.Found([], 1, 0));
        anaf.Clock.Pass(anaf.Pace.ListLag(TenantMode.Practice) - TimeSpan.FromSeconds(1));
        await Reconcile();
        Assert.Empty(anaf.Dispatcher.Sent<RecordSubmission>());
        Assert.IsType<ReconcileFiling>(Assert.Single(anaf.Dispatcher.Sent<NoteFilingWaits>()).Next);

        anaf.Clock.Pass(TimeSpan.FromSeconds(1));
        await Reconcile();
        Assert.IsType<SubmitAnswer.NotSent>(Assert.Single(anaf.Dispatcher.Sent<RecordSubmission>()).Answer);
    }

    public static TheoryData<SearchAnswer> Unread =>
    [
        new SearchAnswer.Unavailable("away"), new SearchAnswer.Refused("window"), new SearchAnswer.Limited(FiscalLimit.Minute, null), new SearchAnswer.Denied("token"),
        new SearchAnswer.Found([new("m9", "5009", FiscalMessageKind.Sent, Some.Noon, "", "1")], 1, 1),
    ];

    [Theory]
    [MemberData(nameof(Unread))]
    public async Task A_list_that_could_not_be_read_whole_proves_nothing_however_late(SearchAnswer answer)
    {
        anaf.Lists.Add(answer); // the last one holds a message whose document cannot be fetched
        anaf.Clock.Pass(TimeSpan.FromDays(30));
        await Reconcile();
        Assert.Empty(anaf.Dispatcher.Sent<RecordSubmission>());
        Assert.Single(anaf.Dispatcher.Sent<NoteFilingWaits>());
    }

    [Fact]
    public async Task Others_messages_are_not_looked_into()
    {
        anaf.Lists.Add(new SearchAnswer.Found([Message("m1", "5001", FiscalMessageKind.Received), Message("m2", "5002", FiscalMessageKind.Errors)], 1, 1));
        await Reconcile();
        Assert.Equal(["search 1"], anaf.Calls);
    }

    [Theory]
    [InlineData(FilingState.Intended)]
    [InlineData(FilingState.Sent)]
    [InlineData(FilingState.Accepted)]
    public async Task Where_there_is_no_doubt_nobody_is_asked(FilingState state)
    {
        anaf.Work = anaf.Work with { State = state };
        await Reconcile();
        Assert.Empty(anaf.Calls);
    }

    static FiscalMessage Message(string id, string index, FiscalMessageKind kind) => new(id, index, kind, Some.Noon, "", "1234567897");

    Task Reconcile() => new ReconcileFiling.Handler(anaf.Dispatcher, anaf.Door, anaf.Who, anaf.Pace, anaf.Clock).Handle(new(FakeFiscal.Filing), TestContext.Current.CancellationToken);
}
