using InvoiceSync.Connectors.Anaf;
using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Authorization;
using InvoiceSync.Fiscal.Calls;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;
using InvoiceSync.Sandbox;
using InvoiceSync.Tenancy;
using InvoiceSync.Tests.Given;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.IntegrationTests.Fiscal;

/// <summary>Two portals on one database: together they take what one company may, one renews its tokens, and both leave a failing provider in peace.</summary>
public sealed class TwoNodesTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    static readonly DateTimeOffset Soon = TimeProvider.System.GetUtcNow().AddHours(1);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_together_take_exactly_what_there_is_and_the_next_span_begins_anew()
    {
        var company = await Company.Create(portal, "budget", hooked: false);
        await using var second = await PortalNode.Start(portal.Database, portal.World.Address, null, "--InvoiceSync:Roles=portal");
        ICallBudget[] nodes = [portal.Services.GetRequiredService<ICallBudget>(), second.Services.GetRequiredService<ICallBudget>()];
        var allowance = new CallAllowance("test/calls", 50, Soon, FiscalLimit.Minute);
        var takes = await Together(120, i => nodes[i % 2].Take(company.Id, [allowance], Ct));
        Assert.Equal(50, takes.Count(t => t is null));
        Assert.All(takes.OfType<CallAllowance>(), used => Assert.Equal(Soon, used.EndsAt, TimeSpan.FromMilliseconds(1)));

        // A node whose clock is behind counts into the span that runs.
        Assert.NotNull(await nodes[0].Take(company.Id, [allowance with { EndsAt = Soon.AddSeconds(-10) }], Ct));
        Assert.Null(await nodes[1].Take(company.Id, [allowance with { EndsAt = Soon.AddSeconds(10) }], Ct));
        Assert.Null((await portal.Send(company.Machine, new TakeCalls([allowance with { EndsAt = Soon.AddSeconds(10) }]))).UsedUp);
    }

    // A tenth of the real figures, of ours and of ANAF's, so that a slow machine reaches them too.
    [Fact]
    public async Task However_hard_two_nodes_try_the_practice_ANAF_never_has_to_say_too_many()
    {
        var company = await Company.Create(portal, "hurry", hooked: false);
        await using var world = await PracticeWorld.Start(new PracticeOptions { AnafCallsPerMinute = 100 }, Ct);
        await using var first = await Slow();
        await using var second = await Slow();
        var account = new FiscalAccount(company.Id, new Uri(world.Address, "anaf"), false, "18547290", "unknown to this world");
        IFiscalProvider[] nodes = [.. new[] { first, second }.Select(n => n.Services.GetRequiredKeyedService<IFiscalProvider>(AnafConnector.Name))];
        var answers = await Together(200, i => nodes[i % 2].Status(account, $"{i}", Ct));
        Assert.True(answers.Count(a => a is StatusAnswer.Denied) >= 12);
        // ANAF's own 429 would not say when; ours does.
        Assert.All(answers.OfType<StatusAnswer.Limited>(), limited => Assert.InRange(limited.After!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(10)));

        await using var careless = new ServiceCollection().AddLogging().AddSingleton<ICallBudget, FakeBudget>().AddAnaf().BuildServiceProvider();
        var eager = careless.GetRequiredKeyedService<IFiscalProvider>(AnafConnector.Name);
        var refused = await Together(250, i => eager.Status(account, $"{i}", Ct));
        Assert.Contains(refused, a => a is StatusAnswer.Limited { After: null });
    }

    [Fact]
    public async Task One_line_lets_two_nodes_in_one_by_one_a_gap_apart_and_a_block_holds_both()
    {
        await using var second = await PortalNode.Start(portal.Database, portal.World.Address, null, "--InvoiceSync:Roles=portal");
        ICallLine[] nodes = [portal.Services.GetRequiredService<ICallLine>(), second.Services.GetRequiredService<ICallLine>()];
        var (hour, gap) = (TimeSpan.FromHours(1), TimeSpan.FromMilliseconds(200));
        var rush = await Together(24, i => nodes[i % 2].Take("test/rush", hour, Ct));
        Assert.Single(rush, wait => wait is null);
        Assert.All(rush.OfType<TimeSpan>(), wait => Assert.InRange(wait, TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(61)));

        var turns = await Together(6, async i =>
        {
            while (await nodes[i % 2].Take("test/paced", gap, Ct) is { } wait) await Task.Delay(wait, Ct);
            return TimeProvider.System.GetUtcNow();
        });
        Assert.True(turns.Max() - turns.Min() >= 5 * gap - TimeSpan.FromMilliseconds(100));

        await nodes[0].Hold("test/paced", TimeSpan.FromMinutes(10), Ct);
        Assert.InRange((await nodes[1].Take("test/paced", gap, Ct))!.Value, TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(11));
        Assert.Null(await nodes[1].Take("test/other", gap, Ct));

        // A turn taken by a clock that was an hour ahead does not close the door for an hour.
        await Database.Ask(portal.Database.Platform, "update fiscal.call_lines set free_at = now() + interval '1 hour' where id = 'test/other'", Ct);
        Assert.Null(await nodes[0].Take("test/other", gap, Ct));
        Assert.Null((await second.Try(new Caller(null, "system", new HashSet<string> { "fiscal.file" }), new TakeTurn("test/new", gap))).OrThrow().Wait);
        await second.Try(new Caller(null, "system", new HashSet<string> { "fiscal.file" }), new HoldLine("test/new", TimeSpan.FromDays(2)));
        Assert.InRange((await nodes[0].Take("test/new", gap, Ct))!.Value, TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(61));

        // A shorter hold does not end a longer one.
        await nodes[1].Hold("test/new", TimeSpan.FromMinutes(1), Ct);
        Assert.InRange((await nodes[0].Take("test/new", gap, Ct))!.Value, TimeSpan.FromMinutes(58), TimeSpan.FromMinutes(61));
    }

    [Fact]
    public async Task Two_nodes_that_renew_at_once_spend_one_refresh_token()
    {
        var company = await Company.Create(portal, "renewal", hooked: false);
        await EndSoon(company);
        await using var second = await PortalNode.Start(portal.Database, portal.World.Address, null, "--InvoiceSync:Roles=portal");
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(async () =>
        {
            if (i % 2 == 0) await portal.As(company.Machine, d => d.Send(new RefreshTokens(), Ct));
            else await second.Try(company.Machine, new RefreshTokens());
        }, Ct)));

        var anaf = await Anaf(company);
        Assert.Null(anaf.NeedsAttention);
        Assert.InRange(anaf.AccessUntil!.Value, TimeProvider.System.GetUtcNow().AddDays(89), TimeProvider.System.GetUtcNow().AddDays(91));
        Assert.True((await portal.Send(company.Owner, new TestAnaf())).Passed);
    }

    [Fact]
    public async Task A_node_killed_between_ANAFs_answer_and_its_commit_is_found_out_and_told_to_a_person()
    {
        var company = await Company.Create(portal, "cut", hooked: false);
        await EndSoon(company);
        var opened = await portal.Ask(company.Machine, new OpenConnection("anaf"));
        await portal.Send(company.Machine, new BeginTokenRefresh("anaf", Guid.CreateVersion7(Soon)));
        var world = portal.Services.GetRequiredKeyedService<IFiscalAuthorization>(AnafConnector.Name);
        Assert.IsType<TokenAnswer.Granted>(await world.Refresh(new(new Uri(portal.World.Address, "anaf"), "practice-client", "practice-secret"), opened.Secrets["refresh_token"], Ct));

        // Nobody else asks while the dead one may be alive.
        await portal.Send(company.Machine, new RefreshTokens());
        Assert.Null((await Anaf(company)).NeedsAttention);

        await Database.Ask(portal.Database.Platform, $"update fiscal.token_refreshes set begun_at = begun_at - interval '3 hours' where tenant_id = '{company.Id.Value}'", Ct);
        Assert.Equal("anaf.authorization_refused", (await portal.As(company.Machine, d => d.Send(new RefreshTokens(), Ct))).Error!.Code);
        Assert.Contains("cut off", (await Anaf(company)).NeedsAttention, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_that_fails_is_left_in_peace_by_both_nodes_and_tried_by_one()
    {
        var company = await Company.Create(portal, "breaker", hooked: false);
        await using var second = await PortalNode.Start(portal.Database, portal.World.Address, null, "--InvoiceSync:Roles=portal");
        for (var i = 0; i < 6; i++) await portal.Send(company.Machine, new NoteProviderCall("anaf", "502"));
        Assert.Equal(ProviderState.Resting, (await portal.Ask(company.Viewer, new ListProviders())).Single(p => p.Name == "anaf").State);
        Assert.NotNull((await second.Try(company.Machine, new MayCallProvider("anaf"))).OrThrow().Until);

        await Database.Ask(portal.Database.Platform, $"update fiscal.provider_health set rests_until = now() - interval '1 second' where tenant_id = '{company.Id.Value}'", Ct);
        var probes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => second.Try(company.Machine, new MayCallProvider("anaf"))));
        Assert.Single(probes, p => p.OrThrow().Until is null);

        Assert.True((await portal.Send(company.Owner, new TestAnaf())).Passed);
        var health = (await portal.Ask(company.Viewer, new ListProviders())).Single(p => p.Name == "anaf");
        Assert.Equal((ProviderState.Working, "502"), (health.State, health.LastTrouble));
        Assert.NotNull(health.LastSuccessAt);
    }

    // A dozen at a time: other tests want connections to the same server.
    static async Task<T[]> Together<T>(int calls, Func<int, Task<T>> call)
    {
        var answers = new T[calls];
        await Parallel.ForAsync(0, calls, new ParallelOptions { MaxDegreeOfParallelism = 12, CancellationToken = Ct }, async (i, _) => answers[i] = await call(i));
        return answers;
    }

    Task<PortalNode> Slow() =>
        PortalNode.Start(portal.Database, portal.World.Address, services => services.Configure<AnafOptions>(o => o.CallsPerSpan = 12), "--InvoiceSync:Roles=portal");

    Task EndSoon(Company company) => portal.Send(company.Owner, new SaveConnection("anaf", true) { AccessUntil = TimeProvider.System.GetUtcNow().AddDays(3), RenewableUntil = TimeProvider.System.GetUtcNow().AddDays(200) });

    async Task<GetConnections.View> Anaf(Company company) => (await portal.Ask(company.Owner, new GetConnections())).Single(c => c.Provider == "anaf");
}
