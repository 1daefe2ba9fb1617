using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync;
using InvoiceSync.Sync.Steps;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Tests.Given;

/// <summary>A sales source that answers what a test tells it, behind the door of a connected tenant.</summary>
sealed class FakeSales : ISalesSource
{
    public FakeSales()
    {
        Dispatcher = new FakeDispatcher()
            .On<OpenConnection, OpenConnection.Opened>(_ => new OpenConnection.Opened(
                Some.Connection, Some.Tenant, TenantMode.Practice, false, "acct_1", Cursor, new Dictionary<string, string>(), Secrets, null))
            .Tell<GetTenant, GetTenant.View>(Some.Company)
            .On<NoteConnection>();
        Door = new(Dispatcher.Scoped(), this, new() { Practice = new("http://127.0.0.1:1") });
    }

    public string Provider => "stripe";

    public FakeDispatcher Dispatcher { get; }

    public SourceDoor Door { get; }

    public CallerHolder Who { get; } = new() { Caller = Some.Owner };

    public TestClock Clock { get; } = new();

    public string? Cursor { get; set; }

    public Dictionary<string, string> Secrets { get; } = new() { ["api_key"] = "rk_test_1" };

    public SourceAnswer<SourceSale> Fetches { get; set; } = new SourceAnswer<SourceSale>.Found(Some.Sale());

    public SourceAnswer<SourceKey> Locates { get; set; } = new SourceAnswer<SourceKey>.Gone();

    public ConnectionCheck Tests { get; set; } = new ConnectionCheck.Works("acct_1", "Exemplu", false, []);

    public Func<SaleKind, string?, SourceAnswer<SourcePage>> Lists { get; set; } = (_, _) => new SourceAnswer<SourcePage>.Found(new([], null));

    public Func<string?, DateTimeOffset?, SourceAnswer<EventPage>> Happens { get; set; } = (_, _) => new SourceAnswer<EventPage>.Found(new([], false));

    public Task<SourceAnswer<SourceSale>> Fetch(SourceAccount account, SourceKey key, CancellationToken ct) => Task.FromResult(Fetches);

    public Task<SourceAnswer<SourcePage>> List(SourceAccount account, SaleKind kind, DateTimeOffset from, DateTimeOffset to, string? cursor, CancellationToken ct) =>
        Task.FromResult(Lists(kind, cursor));

    public Task<SourceAnswer<EventPage>> Events(SourceAccount account, string? afterEventId, DateTimeOffset? from, CancellationToken ct) => Task.FromResult(Happens(afterEventId, from));

    public Task<SourceAnswer<SourceKey>> Locate(SourceAccount account, string objectType, string objectId, CancellationToken ct) => Task.FromResult(Locates);

    public Task<ConnectionCheck> Test(SourceAccount account, CancellationToken ct) => Task.FromResult(Tests);
}
