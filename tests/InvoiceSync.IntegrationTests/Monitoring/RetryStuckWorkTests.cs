using InvoiceSync.Audit;
using InvoiceSync.IntegrationTests.Accounts;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Work;
using InvoiceSync.Monitoring;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.IntegrationTests.Monitoring;

/// <summary>Work that failed too often waits for a person of its company, who may try it again once.</summary>
[Collection(AccountSceneTests.Name)]
public sealed class RetryStuckWorkTests(PortalUnderTest portal)
{
    [Fact]
    public async Task Stuck_work_is_shown_to_its_company_alone_and_goes_when_it_was_tried_again_with_success()
    {
        var (ana, bob) = (await portal.Person("stuck"), await portal.Person("neighbour"));
        var before = (await portal.Send(Caller.Nobody, new GetQueueState())).Dead;
        await Die(ana.Tenant);

        var row = Assert.Single(await portal.Ask(ana.Caller, new ListStuckWork()));
        Assert.Equal(("WatchLog", "stuck", "the disk was full", 12), (row.What, row.Key, row.Problem, row.Attempts));
        Assert.Empty(await portal.Ask(bob.Caller, new ListStuckWork()));
        Assert.Equal(before + 1, (await portal.Send(Caller.Nobody, new GetQueueState())).Dead);

        Assert.Equal("work.not_stuck", (await portal.Try(bob.Caller, new RetryStuckWork(row.Id))).Error?.Code);
        Assert.Equal("permission.missing", (await portal.Try(ana.Caller with { Permissions = new HashSet<string> { "invoice.read" } }, new RetryStuckWork(row.Id))).Error?.Code);
        Assert.Single(await portal.Ask(ana.Caller, new ListStuckWork()));

        await portal.Send(ana.Caller, new RetryStuckWork(row.Id));
        await Eventually.Seen(() => portal.Ask(ana.Caller, new ListStuckWork()), left => left.Count == 0);
        Assert.Equal("work.not_stuck", (await portal.Try(ana.Caller, new RetryStuckWork(row.Id))).Error?.Code);
    }

    [Fact]
    public async Task What_somebody_lets_go_of_leaves_the_list_and_lives_again_when_it_is_asked_for_once_more()
    {
        var (ana, bob) = (await portal.Person("aside"), await portal.Person("aside-neighbour"));
        await Die(ana.Tenant);
        var row = Assert.Single(await portal.Ask(ana.Caller, new ListStuckWork()));
        Assert.Equal("work.not_stuck", (await portal.Try(bob.Caller, new PutAsideWork(row.Id))).Error?.Code);
        Assert.Equal("permission.missing", (await portal.Try(ana.Caller with { Permissions = new HashSet<string> { "invoice.read" } }, new PutAsideWork(row.Id))).Error?.Code);
        await portal.Send(ana.Caller, new PutAsideWork(row.Id));
        Assert.Empty(await portal.Ask(ana.Caller, new ListStuckWork()));
        Assert.Equal("work.not_stuck", (await portal.Try(ana.Caller, new PutAsideWork(row.Id))).Error?.Code);
        Assert.Equal("work.not_stuck", (await portal.Try(ana.Caller, new RetryStuckWork(row.Id))).Error?.Code);
        Assert.Equal(1L, await Left("Aside"));

        // The clock asks for the same work again: it is done, and gone.
        await portal.Services.GetRequiredService<Enqueuer>().Add(ana.Tenant, typeof(WatchLog), "stuck", TestContext.Current.CancellationToken);
        await Eventually.Seen(() => Left("Aside", "Ready", "Running"), left => left == 0);
        Assert.Equal(0L, await Left("Dead"));

        async Task<long> Left(params string[] states) => (long)(await Database.Ask(
            portal.Database.Platform, $"select count(*) from kernel.work_items where tenant_id = '{ana.Tenant.Value}' and key = 'stuck' and state in ('{string.Join("', '", states)}')", TestContext.Current.CancellationToken))!;
    }

    // A command without anything to say, that died of a cause which is gone by now.
    Task<object?> Die(TenantId tenant) => Database.Ask(portal.Database.Platform, $$"""
        insert into kernel.work_items (tenant_id, id, name, key, body, state, again, attempts, due_at, created_at, problem)
        values ('{{tenant.Value}}', gen_random_uuid(), 'WatchLog', 'stuck', '{}', 'Dead', false, 12, now(), now(), 'the disk was full')
        """, TestContext.Current.CancellationToken);
}
