using System.Net;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Sync;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace InvoiceSync.IntegrationTests.Webhooks;

/// <summary>What cannot be stored is not acknowledged: Stripe is told to come again, and does.</summary>
public sealed class DatabaseAwayTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    [Fact]
    public async Task A_notice_that_could_not_be_stored_is_answered_503_and_taken_when_it_comes_again()
    {
        var store = new FailingInbox();
        await using var node = await PortalNode.Start(portal.Database, portal.World.Address, services => services.AddSingleton<IInboxStore>(s => store.Before(s)), "--InvoiceSync:Roles=api");
        using var hook = await HookPoster.Of(portal, await Company.Create(portal, "store-away", hooked: false), node.Address);
        var body = HookPoster.Event("evt_store_away");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await hook.Post(body));
        Assert.Equal(0L, await Stored("evt_store_away"));
        store.IsAway = false;
        Assert.Equal(HttpStatusCode.OK, await hook.Post(body));
        Assert.Equal(1L, await Stored("evt_store_away"));
    }

    [Fact]
    public async Task A_hook_whose_owner_cannot_be_looked_up_is_answered_503()
    {
        var away = new NpgsqlConnectionStringBuilder(portal.Database.Platform) { Port = 9, Host = "127.0.0.1", Timeout = 2 }.ConnectionString;
        await using var node = await PortalNode.Start(
            portal.Database, portal.World.Address, services => services.AddSingleton(new InvoiceSync.PostgreSql.PostgreSqlOptions(portal.Database.Owner, portal.Database.App, away)), "--InvoiceSync:Roles=api");
        using var hook = await HookPoster.Of(portal, await Company.Create(portal, "owner-away-2", hooked: false), node.Address);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await hook.Post(HookPoster.Event("evt_owner_away")));
    }

    async Task<long> Stored(string id) =>
        (long)(await Database.Ask(portal.Database.Platform, $"select count(*) from sync.inbox where event_id = '{id}'", TestContext.Current.CancellationToken))!;

    sealed class FailingInbox : IInboxStore
    {
        IInboxStore behind = default!;

        public bool IsAway { get; set; } = true;

        public FailingInbox Before(IServiceProvider services)
        {
            behind = ActivatorUtilities.CreateInstance<InvoiceSync.PostgreSql.PostgreSqlInbox>(services);
            return this;
        }

        public Task Store(IReadOnlyList<InboxEntry> entries, CancellationToken ct) =>
            IsAway ? throw new NpgsqlException("the database went away") : behind.Store(entries, ct);
    }
}
