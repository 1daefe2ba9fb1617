using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Sync.Model;
using InvoiceSync.Tenancy;
using InvoiceSync.Tests.Given;
using InvoiceSync.Webhooks;

namespace InvoiceSync.Tests.Sync;

public sealed class SaveNewsHookTests
{
    static readonly NewsChoice All = new(true, true, true);
    readonly FakeDispatcher dispatcher = new();
    Dictionary<string, string> settings = [];
    List<string> secrets = [];

    public SaveNewsHookTests() => dispatcher
        .On<GetConnections, IReadOnlyList<GetConnections.View>>(_ => new List<GetConnections.View> { new(default, NewsHook.Provider, true, null, settings, secrets, null, null, null, null, null, null) })
        .On<SaveConnection, ConnectionId>(saved =>
        {
            (settings, secrets) = (saved.Settings!.Where(s => s.Value.Length > 0).ToDictionary(), saved.Secrets is null ? secrets : [.. saved.Secrets.Where(s => s.Value.Length > 0).Select(s => s.Key)]);
            return default(ConnectionId);
        });

    [Fact]
    public async Task The_secret_is_shown_when_it_is_made_and_never_again()
    {
        var first = await Save("https://hooks.example.com/a");
        Assert.StartsWith(HookSecret.Prefix, first.Secret, StringComparison.Ordinal);
        Assert.DoesNotContain(first.Secret![6..], first.ToString(), StringComparison.Ordinal);
        Assert.Null((await Save("https://hooks.example.com/b")).Secret);
        Assert.NotEqual(first.Secret, (await Save("https://hooks.example.com/b", newSecret: true)).Secret);
        Assert.Equal(new NewsHook("https://hooks.example.com/b", All), NewsHook.Of(settings));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hooks")]
    [InlineData("http://hooks.example.com")]
    public async Task An_address_that_may_not_be_called_is_refused_at_its_field(string address)
    {
        var refused = (await Assert.ThrowsAsync<RuleBrokenException>(() => Save(address))).Error;
        Assert.Equal(("notification.address_refused", "Address"), (refused.Code, refused.Field));
    }

    [Fact]
    public async Task Dropped_nothing_of_it_is_kept()
    {
        await Save("https://hooks.example.com/a");
        await new DropNewsHook.Handler(dispatcher).Handle(new(), CancellationToken.None);
        Assert.Empty(settings);
        Assert.Empty(secrets);
    }

    Task<SaveNewsHook.Shown> Save(string address, bool newSecret = false) => new SaveNewsHook.Handler(dispatcher, new HttpsLine()).Handle(new(address, All, newSecret), CancellationToken.None);

    sealed class HttpsLine : IHookLine
    {
        public bool MayCall(Uri address) => address.Scheme == Uri.UriSchemeHttps;

        public Task<HookReply> Post(Uri address, string secret, HookMessage message, CancellationToken ct) => throw new NotSupportedException("Saving calls nobody.");
    }
}
