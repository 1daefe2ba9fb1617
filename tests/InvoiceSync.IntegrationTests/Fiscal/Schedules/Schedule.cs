using InvoiceSync.IntegrationTests.Invoicing;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Work;

namespace InvoiceSync.IntegrationTests.Fiscal.Schedules;

/// <summary>One company's sales through one storm: every step by hand, some twice at once, some cut in the middle, some on a wrong clock.</summary>
sealed class Schedule(FilingWorld world, int seed, string place)
{
    const int StormyRounds = 40, CalmRounds = 400;
    static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    static readonly TimeSpan[] Pauses = [.. new[] { 20, 90, 600, 3600, 6 * 3600 }.Select(s => TimeSpan.FromSeconds(s))];

    readonly Guid node = world.Ours.New<InvoiceId>().Value;
    TimeSpan wrong;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async Task<IReadOnlyList<string>> Play(int sales)
    {
        var company = await StormCompany.Make(world, seed, place);
        var person = new StormPerson(world, company);
        var (caller, invoices) = (company.Caller, new List<InvoiceId>());
        for (var sale = 0; sale < sales; sale++) invoices.Add(await world.Send(caller, new IssueDraft(await world.Send(caller, new CreateDraft(Drafts.Good)))));

        world.Storm.Begin(seed);
        for (var round = 0; round < StormyRounds; round++)
        {
            await Round(caller.Tenant, world.Storm.Pick(Pauses.Length));
            if (world.Storm.Strikes(0.1)) await person.Settle();
            if (world.Storm.Strikes(0.1)) await person.ChangePlace(back: world.Storm.Strikes(0.5));
        }

        world.Storm.End();
        Shift(TimeSpan.Zero);
        for (var round = 0; round < CalmRounds && await person.Settle() + await Left(caller) > 0; round++) await Round(caller.Tenant, 2);
        return await new StormVerdict(world, company).Of(seed, invoices);
    }

    async Task Round(TenantId tenant, int pause)
    {
        if (world.Storm.Strikes(0.05)) Shift(TimeSpan.FromMinutes(world.Storm.Pick(121) - 60));
        var now = world.Ours.GetUtcNow();
        await world.Store.Reclaim(now, Ct);
        var claimed = await world.Store.Claim(node, 8, 8, [], now, Lease, Ct);
        foreach (var work in claimed.Where(w => w.Tenant == tenant)) await Run(work);
        if (claimed.Count == 0) world.Pass(Pauses[pause]);
    }

    async Task Run(LeasedWork work)
    {
        try
        {
            // A lease that ran out while its holder still worked: two nodes do the same at once.
            if (world.Storm.Strikes(0.1)) await Task.WhenAll(world.Deliver(work), world.Deliver(work));
            else await world.Deliver(work);
            // The word that it is done gets lost, now and then: it is done once more.
            if (!world.Storm.Strikes(0.1)) await world.Store.Complete(node, [work], world.Ours.GetUtcNow(), Ct);
        }
        catch (Exception failure) when (failure is not PowerCutException)
        {
            var now = world.Ours.GetUtcNow();
            await world.Store.Fail(node, work, failure.Message, BackOff.After(work.Attempt, failure, now), Ct);
        }
        catch (PowerCutException)
        {
            // Nobody is left to tell anybody; the lease runs out.
        }
    }

    // How far our clock is off from theirs.
    void Shift(TimeSpan to)
    {
        world.Ours.Pass(to - wrong);
        wrong = to;
    }

    Task<long> Left(Caller caller) => world.Count($"select count(*) from kernel.work_items where tenant_id = '{caller.Tenant.Value}' and state <> 'Dead'");
}
