using System.Globalization;
using InvoiceSync.Audit;
using InvoiceSync.Cli.Audit;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fiscal;
using InvoiceSync.IntegrationTests.Isolation;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Audit;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace InvoiceSync.IntegrationTests.Audit;

/// <summary>Two companies whose logs began years ago: three acts a month in two old months, two acts today, all sealed and told outside.</summary>
sealed class OldLog(ChainScene scene, MovableClock clock, DateOnly first) : IAsyncDisposable
{
    public const int EachMonth = 3;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ChainScene Scene => scene;

    public DateOnly First => first;

    public DateOnly Second => first.AddMonths(1);

    public static async Task<OldLog> Open(TestCluster cluster, int yearsAgo = 2, Func<ILogArchive, ILogArchive>? archive = null)
    {
        var today = TimeProvider.System.GetUtcNow();
        var first = new DateOnly(today.Year - yearsAgo, today.Month, 1);
        var clock = new MovableClock(new(first.AddDays(9).ToDateTime(new(10, 0)), TimeSpan.Zero));
        var scene = await ChainScene.Open(cluster, services =>
        {
            Scenes.Keys(services);
            services.AddSingleton<TimeProvider>(clock);
            if (archive is null) return;
            var folder = (ILogArchive)services.Last(s => s.ServiceType == typeof(ILogArchive)).ImplementationInstance!;
            services.AddSingleton(archive(folder));
        });
        var old = new OldLog(scene, clock, first);
        await old.Fill(today);
        return old;
    }

    public Caller Machine(TenantId? tenant = null) => Caller.System(tenant ?? ChainScene.Tenant, "system");

    public Task<Result<Done>> Archive(TenantId? tenant = null) => scene.Send(Machine(tenant), new ArchiveLog());

    /// <summary>Archives both companies, and again a day later, when months may go.</summary>
    public async Task ArchiveAll()
    {
        foreach (var tenant in (TenantId[])[ChainScene.Tenant, ChainScene.Other]) (await Archive(tenant)).OrThrow();
        await ADayPasses();
        foreach (var tenant in (TenantId[])[ChainScene.Tenant, ChainScene.Other]) (await Archive(tenant)).OrThrow();
    }

    // The database goes by its own clock: that a month was archived a day ago is told to it by its owner.
    public async Task ADayPasses()
    {
        foreach (var tenant in (TenantId[])[ChainScene.Tenant, ChainScene.Other]) await AsOwner("update audit.archives set archived_at = archived_at - interval '2 days'", tenant);
    }

    public async Task AsOwner(string sql, TenantId? tenant = null)
    {
        await using var owner = await TenantTables.Open(scene.Database.Owner, tenant ?? ChainScene.Tenant);
        await using var command = new NpgsqlCommand(sql, owner);
        await command.ExecuteNonQueryAsync(Ct);
    }

    public async Task<IReadOnlyList<ListArchives.Row>> Months() => await scene.Ask(Machine(), new ListArchives());

    public async Task<long> RowsOf(DateOnly month, TenantId? tenant = null)
    {
        await using var owner = await TenantTables.Open(scene.Database.Owner, tenant ?? ChainScene.Tenant);
        var (from, to) = (month.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), month.AddMonths(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return await TenantTables.Count(owner, "audit.log", $"created_at >= '{from}' and created_at < '{to}'");
    }

    /// <summary>The evidence as it is downloaded, walked by the verifier that shares nothing with us.</summary>
    public async Task<LogVerdict> Evidence(bool archive = true)
    {
        var plan = await scene.Ask(Machine(), new PlanEvidence(archive));
        using var file = new MemoryStream();
        await scene.Services.GetRequiredService<Kernel.Dispatch.ScopedDispatch>().As(Machine(), async d =>
        {
            await EvidenceDownload.Write(plan, new(file), d, scene.Services.GetRequiredService<ILogArchive>(), Ct);
            return true;
        });
        file.Position = 0;
        return new LogWalk(SignerKeys.Read(Scenes.Signer.PublicPem), []).Walk(file, Ct);
    }

    public ValueTask DisposeAsync() => scene.DisposeAsync();

    async Task Fill(DateTimeOffset today)
    {
        foreach (var month in (DateOnly[])[first, Second]) await AsOwner($"select audit.make_month('{month:yyyy-MM-dd}')");
        foreach (var month in (DateOnly[])[first, Second])
        {
            for (var act = 0; act < EachMonth; act++)
            {
                foreach (var tenant in (TenantId[])[ChainScene.Tenant, ChainScene.Other]) await scene.Act("invoice.viewed", tenant, $"inv_{month:yyyyMM}_{act}");
                clock.Pass(TimeSpan.FromMinutes(1));
            }

            // Not at the end of a month: the last act of each is behind its last checkpoint.
            clock.Pass(new DateTimeOffset(month.AddMonths(1).AddDays(9).ToDateTime(new(10, 0)), TimeSpan.Zero) - clock.GetUtcNow());
            if (month == first) await Seal();
        }

        clock.Pass(today.AddMinutes(-10) - clock.GetUtcNow());
        for (var act = 0; act < 2; act++)
        {
            await scene.Act("invoice.viewed", resource: $"inv_today_{act}");
            clock.Pass(TimeSpan.FromMinutes(1));
        }

        await scene.Act("invoice.viewed", ChainScene.Other);
        await Seal();
    }

    async Task Seal()
    {
        foreach (var tenant in (TenantId[])[ChainScene.Tenant, ChainScene.Other])
        {
            (await scene.Send(Machine(tenant), new SealCheckpoint())).OrThrow();
            var last = (await scene.Ask(Machine(tenant), new ListUnanchored("test")))[^1];
            (await scene.Send(Machine(tenant), new NoteAnchored("test", last.Size))).OrThrow();
        }
    }
}
