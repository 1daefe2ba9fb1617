using System.Globalization;
using InvoiceSync.Customers;
using InvoiceSync.Fiscal;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Invoicing;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Work;
using InvoiceSync.Tenancy;

namespace InvoiceSync.IntegrationTests.Fiscal.Schedules;

/// <summary>One company's sales through one storm: every step by hand, some twice at once, some cut in the middle, some on a wrong clock.</summary>
sealed class Schedule(FilingWorld world, int seed, string cui)
{
    const int StormyRounds = 40, CalmRounds = 400;
    static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    static readonly TimeSpan[] Pauses = [.. new[] { 20, 90, 600, 3600, 6 * 3600 }.Select(s => TimeSpan.FromSeconds(s))];

    readonly Guid node = world.Ours.New<InvoiceId>().Value;
    TimeSpan wrong;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async Task<IReadOnlyList<string>> Play(int sales)
    {
        var caller = await Company();
        var invoices = new List<InvoiceId>();
        for (var sale = 0; sale < sales; sale++) invoices.Add(await world.Send(caller, new IssueDraft(await world.Send(caller, new CreateDraft(Drafts.Good)))));

        world.Storm.Begin(seed);
        for (var round = 0; round < StormyRounds; round++) await Round(caller.Tenant, world.Storm.Pick(Pauses.Length));
        world.Storm.End();
        Shift(TimeSpan.Zero);
        for (var round = 0; round < CalmRounds && await Left(caller) > 0; round++) await Round(caller.Tenant, 2);
        return await Judge(caller, invoices);
    }

    async Task<Caller> Company()
    {
        var tenant = await world.Send(new Caller(null, "set-up", new HashSet<string> { "platform.manage" }), new CreateTenant($"storm-{seed}", $"Storm {seed}", TenantMode.Real));
        var caller = Caller.System(tenant, "test");
        await world.Send(caller, new SaveCompanyProfile(new(
            $"Storm {seed} SRL", cui, true, "J12/1/2020", new("Strada Principala 1", null, "Cluj-Napoca", "400001", "RO-CJ", "RO"), null, null, null, null)));
        await world.Send(caller, new ConnectAnaf("practice-client", "practice-secret", UseTest: false));
        var tokens = await world.Practice.Post("anaf/tokens", new { cifs = new[] { cui } });
        await world.Send(caller, new SaveConnection("anaf", true, null, new Dictionary<string, string>
        {
            ["access_token"] = tokens.GetProperty("access_token").GetString()!,
            ["refresh_token"] = tokens.GetProperty("refresh_token").GetString()!,
        }));
        return caller;
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

    Task<long> Left(Caller caller) => Count($"select count(*) from kernel.work_items where tenant_id = '{caller.Tenant.Value}' and state <> 'Dead'");

    async Task<long> Count(string sql) => (long)(await Database.Ask(world.Database.Platform, sql, Ct))!;

    async Task<IReadOnlyList<string>> Judge(Caller caller, IReadOnlyList<InvoiceId> invoices)
    {
        var faults = new List<string>();
        var uploads = (await world.Practice.Get("log")).GetProperty("uploads").EnumerateArray()
            .Where(u => u.GetProperty("cif").GetString() == cui).ToLookup(u => u.GetProperty("number").GetString()!, u => u.GetProperty("verdict").GetString());
        foreach (var id in invoices)
        {
            var number = (await world.Ask(caller, new GetInvoice(id))).Document.Number;
            var verdicts = string.Join(' ', uploads[number]);
            if (verdicts != "ok")
            {
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"{seed} {number}: the authority holds '{verdicts}'"));
                continue;
            }

            if (await Count($"select count(*) from fiscal.filings where invoice_id = '{id.Value}'") > 1)
            {
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"{seed} {number}: has two filings"));
                continue;
            }

            var state = await world.Ask(caller, new GetFilingState(id));
            if (state?.State != FilingState.Accepted) faults.Add(string.Create(CultureInfo.InvariantCulture, $"{seed} {number}: stands at {state?.State} ({state?.Waiting})"));
            else if (await world.Ask(caller, new GetFilingFile(id, FilingFile.Zip)) is null) faults.Add(string.Create(CultureInfo.InvariantCulture, $"{seed} {number}: has no receipt"));
        }

        return faults;
    }
}
