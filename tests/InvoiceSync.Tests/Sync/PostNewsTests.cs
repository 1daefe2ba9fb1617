using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Sync.Model;
using InvoiceSync.Sync.News;
using InvoiceSync.Tenancy;
using InvoiceSync.Tests.Given;
using InvoiceSync.Webhooks;

namespace InvoiceSync.Tests.Sync;

public sealed class PostNewsTests
{
    static readonly NewsPostId Post = Some.Id<NewsPostId>(1);
    readonly TestClock clock = new();
    readonly FakeDispatcher dispatcher = new FakeDispatcher().On<SettleNewsPost>();
    readonly FakeLine line = new();

    [Fact]
    public async Task What_is_taken_is_settled_and_bears_the_same_id_with_each_try()
    {
        line.Reply = new(202, null);
        await Tell();
        Assert.Equal((NewsPostState.Taken, 202), Assert.Single(dispatcher.Sent<SettleNewsPost>()) is var settled ? (settled.State, settled.Status!.Value) : default);
        Assert.Equal((Post.ToString(), "{}", "whsec_c2VjcmV0"), (line.Messages.Single().Id, line.Messages.Single().Body, line.Secret));
    }

    [Theory]
    [InlineData(500, null)]
    [InlineData(301, null)] // redirects lead where nobody looked
    [InlineData(null, "too_slow")]
    public async Task What_is_not_taken_is_noted_and_goes_back_to_the_queue_for_two_days(int? status, string? problem)
    {
        line.Reply = new(status, problem);
        Assert.Equal(("notification.not_taken", ErrorKind.Unavailable), (await Assert.ThrowsAsync<RuleBrokenException>(() => Tell())).Error is var error ? (error.Code, error.Kind) : default);
        Assert.Equal((NewsPostState.Waiting, status, problem), Assert.Single(dispatcher.Sent<SettleNewsPost>()) is var settled ? (settled.State, settled.Status, settled.Problem) : default);

        await Tell(age: PostNews.Patience + TimeSpan.FromSeconds(1));
        Assert.Equal(NewsPostState.GivenUp, dispatcher.Sent<SettleNewsPost>().Last().State);
    }

    [Fact]
    public async Task Without_an_address_it_is_given_up_and_what_was_told_is_not_told_again()
    {
        await Tell(address: "");
        Assert.Equal((NewsPostState.GivenUp, "address_removed"), Assert.Single(dispatcher.Sent<SettleNewsPost>()) is var settled ? (settled.State, settled.Problem) : default);
        dispatcher.Tell<ReadNewsPost, ReadNewsPost.Due?>(null);
        await Handler().Handle(new(Post), CancellationToken.None);
        Assert.Empty(line.Messages);
    }

    Task Tell(TimeSpan age = default, string address = "https://hooks.example.com/x")
    {
        var settings = new Dictionary<string, string> { ["address"] = address }.Where(s => s.Value.Length > 0).ToDictionary();
        dispatcher.Tell<ReadNewsPost, ReadNewsPost.Due?>(new("{}", clock.GetUtcNow() - age));
        dispatcher.Tell<OpenConnection, OpenConnection.Opened>(new(
            default, Some.Tenant, TenantMode.Real, true, null, null, settings, new Dictionary<string, string> { [NewsHook.Secret] = "whsec_c2VjcmV0" }, null));
        return Handler().Handle(new(Post), CancellationToken.None);
    }

    PostNews.Handler Handler() => new(dispatcher, line, clock);

    sealed class FakeLine : IHookLine
    {
        public HookReply Reply { get; set; } = new(200, null);

        public List<HookMessage> Messages { get; } = [];

        public string? Secret { get; private set; }

        public bool MayCall(Uri address) => true;

        public Task<HookReply> Post(Uri address, string secret, HookMessage message, CancellationToken ct)
        {
            Messages.Add(message);
            Secret = secret;
            return Task.FromResult(Reply);
        }
    }
}
