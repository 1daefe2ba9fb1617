using InvoiceSync.IntegrationTests.Accounts;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;
using InvoiceSync.Monitoring;

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
        // A command without anything to say, that died of a cause which is gone by now.
        await Database.Ask(portal.Database.Platform, $$"""
            insert into kernel.work_items (tenant_id, id, name, key, body, state, again, attempts, due_at, created_at, problem)
            values ('{{ana.Tenant.Value}}', gen_random_uuid(), 'WatchLog', 'stuck', '{}', 'Dead', false, 12, now(), now(), 'the disk was full')
            """, TestContext.Current.CancellationToken);

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
}
