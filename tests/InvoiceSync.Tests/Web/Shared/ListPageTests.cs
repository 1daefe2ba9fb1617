using Bunit;
using InvoiceSync.Customers;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tests.Given;
using InvoiceSync.Web.Access;
using InvoiceSync.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Radzen;

namespace InvoiceSync.Tests.Web.Shared;

public sealed class ListPageTests : IDisposable
{
    const int AtOnce = 200;

    readonly PortalPieces pieces = new();
    readonly FakeDispatcher dispatcher = new();
    readonly OneNotice notices = new();
    Error? refusal;
    int known = 120;

    public ListPageTests()
    {
        dispatcher.On<ListCustomers, Page<ListCustomers.Row>>(asked => refusal is { } error ? error : Read(asked));
        pieces.Services.AddSingleton<IDispatcher>(dispatcher).AddSingleton<INotices>(notices).AddSingleton<ICallerSource>(new NoCaller())
            .AddSingleton<AnswersInFlight>().AddScoped<FirstAnswers>().AddScoped<NotificationService>().AddScoped(_ => new Presence(null!, null!, null!, null!, null!));
        pieces.AddBunitPersistentComponentState();
        pieces.SetRendererInfo(new("Server", isInteractive: true));
    }

    public void Dispose() => pieces.Dispose();

    [Fact]
    public async Task More_is_added_and_nothing_twice_also_where_rows_came_in_between()
    {
        var page = Draw();
        Assert.Equal(50, page.Seen.Count);
        await pieces.Renderer.Dispatcher.InvokeAsync(page.Further);
        Assert.Equal(Enumerable.Range(0, 99), page.Seen.Select(At));
        await pieces.Renderer.Dispatcher.InvokeAsync(page.Further);
        Assert.Equal(Enumerable.Range(0, known), page.Seen.Select(At));
        Assert.False(page.GoesOn);
    }

    [Fact]
    public async Task What_cannot_be_read_further_is_said_and_the_rows_stay()
    {
        var page = Draw();
        refusal = Error.Unavailable("row.away", "Away.");
        await pieces.Renderer.Dispatcher.InvokeAsync(page.Further);
        Assert.Equal((refusal, 50, true), (page.Missed, page.Seen.Count, page.GoesOn));
        refusal = null;
        await pieces.Renderer.Dispatcher.InvokeAsync(page.Further);
        Assert.Null(page.Missed);
    }

    [Fact]
    public async Task A_change_reads_again_as_far_down_as_somebody_went()
    {
        var page = Draw();
        await pieces.Renderer.Dispatcher.InvokeAsync(page.Further);
        notices.Tell();
        await page.Heard.Task.WaitAsync(TimeSpan.FromSeconds(20), Xunit.TestContext.Current.CancellationToken);
        Assert.Equal((99, 99, null), (page.Seen.Count, dispatcher.Sent<ListCustomers>().Last().Take, dispatcher.Sent<ListCustomers>().Last().After));
    }

    [Fact]
    public async Task A_change_leaves_more_rows_than_a_list_answers_at_once()
    {
        known = 255;
        var page = Draw();
        while (page.Seen.Count < 230) await pieces.Renderer.Dispatcher.InvokeAsync(page.Further);
        notices.Tell();
        await page.Heard.Task.WaitAsync(TimeSpan.FromSeconds(20), Xunit.TestContext.Current.CancellationToken);
        Assert.InRange(page.Seen.Count, 230, 255);
        Assert.Equal(Enumerable.Range(0, page.Seen.Count), page.Seen.Select(At));
    }

    [Fact]
    public async Task The_rows_of_one_filter_do_not_stand_there_as_another_ones_and_a_change_in_vain_leaves_them()
    {
        var drawn = Drawn();
        refusal = Error.Unavailable("row.away", "Away.");
        await pieces.Renderer.Dispatcher.InvokeAsync(drawn.Instance.Again);
        Assert.Equal((50, refusal), (drawn.Instance.Seen.Count, drawn.Instance.Missed));
        drawn.Render(p => p.Add(t => t.Search, "other"));
        Assert.Equal((true, false, refusal), (drawn.Instance.Seen is null, drawn.Instance.GoesOn, drawn.Instance.Missed));
        refusal = null;
        await pieces.Renderer.Dispatcher.InvokeAsync(drawn.Instance.Again);
        Assert.Equal(("other", 50), (dispatcher.Sent<ListCustomers>().Last().Search, drawn.Instance.Seen!.Count));
    }

    Trays Draw() => Drawn().Instance;

    IRenderedComponent<Trays> Drawn() => pieces.Render<Trays>(p => p.AddCascadingValue(PortalPieces.Bucharest with { Caller = Some.Owner }));

    // Each page begins with the last row of the one before, as when another came in above it meanwhile.
    Page<ListCustomers.Row> Read(ListCustomers asked)
    {
        var first = asked.After is { } key ? At(key.Id) : 0;
        List<ListCustomers.Row> rows = [.. Enumerable.Range(first, Math.Min(Math.Min(asked.Take, AtOnce), known - first)).Select(Row)];
        return new(rows, first + rows.Count < known ? new(Some.Noon, rows[^1].Id.Value) : null);
    }

    static ListCustomers.Row Row(int at) => new(Some.Id<CustomerId>((byte)(at + 1)), BuyerKind.Company, $"Customer {at}", null, null, null, null, false, Some.Noon)
    {
        Whole = null!,
    };

    static int At(ListCustomers.Row row) => At(row.Id.Value);

    static int At(Guid id) => Enumerable.Range(0, 255).Single(at => Some.Id<CustomerId>((byte)(at + 1)).Value == id);

    sealed class Trays : ListPage<ListCustomers, ListCustomers.Row>
    {
        [Parameter] public string? Search { get; set; }

        public TaskCompletionSource Heard { get; } = new();

        public IReadOnlyList<ListCustomers.Row> Seen => Rows!;

        public bool GoesOn => HasMore;

        public Error? Missed => Unread;

        protected override string Topic => "customer";

        public Task Further() => More();

        public Task Again() => Load();

        protected override ListCustomers Filter(PageKey? after = null, int take = EachPage) => new(Search, After: after, Take: take);

        protected override Guid KeyOf(ListCustomers.Row row) => row.Id.Value;

        protected override string Said(int count) => $"{count}";

        protected override async Task Refresh(IReadOnlySet<Guid> ids)
        {
            await base.Refresh(ids);
            Heard.SetResult();
        }
    }

    sealed class OneNotice : INotices
    {
        Action<Notice>? listening;

        public IDisposable Listen(TenantId tenant, IReadOnlySet<string> topics, Action<Notice> heard)
        {
            listening = heard;
            return new MemoryStream();
        }

        public void Tell() => listening!(new(Some.Tenant, "customer", Guid.Empty));
    }

    sealed class NoCaller : ICallerSource
    {
        public ValueTask<Caller> Current(CancellationToken ct) => ValueTask.FromResult(Caller.Nobody);
    }
}
