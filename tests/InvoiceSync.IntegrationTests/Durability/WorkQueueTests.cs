using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Work;

namespace InvoiceSync.IntegrationTests.Durability;

/// <summary>The queue's promises, asked of its statements on a real database.</summary>
public sealed class WorkQueueTests(Queue queue) : IClassFixture<Queue>
{
    static readonly TimeProvider Clock = TimeProvider.System;
    readonly Guid one = Guid.CreateVersion7(Clock.GetUtcNow()), other = Guid.CreateVersion7(Clock.GetUtcNow());

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_runners_at_once_never_hold_the_same_work_and_together_get_all_of_it()
    {
        var tenants = Enumerable.Range(0, 5).Select(_ => Queue.Tenant()).ToList();
        foreach (var tenant in tenants) await queue.Add(tenant, Enumerable.Range(0, 60).Select(i => $"k{i:00}"));
        var claimed = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            var mine = new List<LeasedWork>();
            while (await queue.Claim(i % 2 == 0 ? one : other) is { Count: > 0 } some) mine.AddRange(some);
            return mine;
        }));
        var all = claimed.SelectMany(c => c).Where(w => tenants.Contains(w.Tenant)).Select(w => w.Id).ToList();
        Assert.Equal((300, 300), (all.Count, all.Distinct().Count()));
    }

    [Fact]
    public async Task Work_of_a_lost_node_is_taken_over_and_the_lost_node_can_end_it_no_more()
    {
        var tenant = Queue.Tenant();
        await queue.Add(tenant, ["k"]);
        var lost = (await Mine(one, tenant)).Single();
        await queue.Store.Reclaim(queue.Now + Queue.Lease - TimeSpan.FromSeconds(1), Ct);
        Assert.Empty(await Mine(other, tenant));

        await queue.Store.Reclaim(queue.Now + Queue.Lease + TimeSpan.FromSeconds(1), Ct);
        var taken = (await Mine(other, tenant)).Single();
        Assert.Equal((lost.Id, lost.Attempt + 1), (taken.Id, taken.Attempt));

        await queue.Store.Complete(one, [lost], queue.Now, Ct);
        await queue.Store.Fail(one, lost, "too late", null, Ct);
        Assert.Equal("Running2", await queue.Show(tenant, "state || attempts"));
        await queue.Store.Complete(other, [taken], queue.Now, Ct);
        Assert.Null(await queue.Show(tenant, "state"));
    }

    [Fact]
    public async Task A_renewed_lease_is_not_taken()
    {
        var tenant = Queue.Tenant();
        await queue.Add(tenant, ["k"]);
        var held = await Mine(one, tenant);
        await queue.Store.Renew(one, held, queue.Now + 3 * Queue.Lease, Ct);
        await queue.Store.Reclaim(queue.Now + 2 * Queue.Lease, Ct);
        Assert.Equal("Running", await queue.Show(tenant, "state"));
    }

    [Fact]
    public async Task Equal_work_waits_once_with_the_newest_body_and_what_is_asked_for_while_it_runs_runs_once_more()
    {
        var tenant = Queue.Tenant();
        await queue.Add(tenant, ["k"], """{"n":1}""");
        await queue.Add(tenant, ["k"], """{"n":2}""");
        var first = (await Mine(one, tenant)).Single();
        Assert.Equal("""{"n":2}""", first.Body);

        await queue.Add(tenant, ["k"]);
        await queue.Add(tenant, ["k"]);
        Assert.Empty(await Mine(other, tenant));
        await queue.Store.Complete(one, [first], queue.Now, Ct);
        var again = (await Mine(other, tenant)).Single();
        await queue.Store.Complete(other, [again], queue.Now, Ct);
        Assert.Null(await queue.Show(tenant, "state"));
    }

    [Fact]
    public async Task A_failure_while_it_was_asked_for_again_does_not_bury_the_newer_wish()
    {
        var tenant = Queue.Tenant();
        await queue.Add(tenant, ["k"]);
        var first = (await Mine(one, tenant)).Single();
        await queue.Add(tenant, ["k"]);
        await queue.Store.Fail(one, first, "gave up", null, Ct);
        Assert.Equal("Ready", await queue.Show(tenant, "state"));
    }

    [Fact]
    public async Task Dead_work_rests_with_its_reason_until_somebody_asks_for_it_again()
    {
        var tenant = Queue.Tenant();
        await queue.Add(tenant, ["k"]);
        await queue.Store.Fail(one, (await Mine(one, tenant)).Single(), "no way", null, Ct);
        Assert.Equal("Dead no way", await queue.Show(tenant, "state || ' ' || problem"));
        Assert.Empty(await Mine(one, tenant));
        await queue.Add(tenant, ["k"]);
        Assert.Equal(1, (await Mine(one, tenant)).Single().Attempt);
    }

    [Fact]
    public void Twelve_failures_are_enough_but_for_what_is_only_away()
    {
        var bug = new InvalidOperationException();
        Assert.Null(BackOff.After(12, bug, queue.Now));
        for (var attempt = 1; attempt < 12; attempt++) Assert.InRange(BackOff.After(attempt, bug, queue.Now)!.Value - queue.Now, TimeSpan.FromSeconds(0.7), TimeSpan.FromMinutes(19));
        Assert.NotNull(BackOff.After(1000, new RuleBrokenException(Error.Unavailable("x.away", "away")), queue.Now));
    }

    [Fact]
    public async Task Five_thousand_pieces_of_one_company_do_not_hold_up_the_one_of_another()
    {
        var (noisy, quiet) = (Queue.Tenant(), Queue.Tenant());
        await queue.Add(noisy, Enumerable.Range(0, 5000).Select(i => $"k{i:0000}"));
        await queue.Add(quiet, ["one"]);
        var ran = new List<LeasedWork>();
        while (!ran.Any(w => w.Tenant == quiet)) ran.AddRange(await queue.Claim(one));
        Assert.True(ran.Count(w => w.Tenant == noisy) <= 16, $"{ran.Count(w => w.Tenant == noisy)} pieces of the noisy company went first.");
        await Drop(noisy);
    }

    [Fact]
    public async Task Work_of_a_transaction_that_was_rolled_back_never_was()
    {
        var tenant = Queue.Tenant();
        await queue.Add(tenant, ["k"], keep: false);
        Assert.Null(await queue.Show(tenant, "state"));
        await queue.Add(tenant, ["k"]);
        Assert.Equal("Ready", await queue.Show(tenant, "state"));
    }

    // Tests of a class run one after the other; what one left running is no longer ready for the next.
    async Task<IReadOnlyList<LeasedWork>> Mine(Guid node, TenantId tenant) =>
        [.. (await queue.Claim(node, take: 1000, each: 1000)).Where(w => w.Tenant == tenant)];

    async Task Drop(TenantId tenant)
    {
        while (await Mine(one, tenant) is { Count: > 0 } rest) await queue.Store.Complete(one, rest, queue.Now, Ct);
    }
}
