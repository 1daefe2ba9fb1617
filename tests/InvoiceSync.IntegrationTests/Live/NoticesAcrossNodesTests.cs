using System.Collections.Concurrent;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.IntegrationTests.Live;

/// <summary>Two portals on one database: what one commits, the other's screens hear of.</summary>
public sealed class NoticesAcrossNodesTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    static readonly HashSet<string> Topics = ["connection"];

    [Fact]
    public async Task A_change_on_one_node_is_heard_on_the_other_by_its_own_company_alone()
    {
        var (mine, neighbour) = (await Company.Create(portal, "heard"), await Company.Create(portal, "not-heard"));
        await using var node = await PortalNode.Start(portal.Database, portal.World.Address, null, "--InvoiceSync:Roles=portal");
        var (heard, overheard) = (new ConcurrentQueue<Notice>(), new ConcurrentQueue<Notice>());
        var notices = node.Services.GetRequiredService<INotices>();
        using var first = notices.Listen(mine.Id, Topics, heard.Enqueue);
        using var second = notices.Listen(neighbour.Id, Topics, overheard.Enqueue);

        // A notice without id says that some may have been missed; the listener tells it when it connects.
        var changed = await Eventually.Seen(() => Change(mine), _ => heard.Any(n => n.Id != Guid.Empty), TimeSpan.FromSeconds(10));
        Assert.Contains(heard, n => n.Topic == "connection" && n.Tenant == mine.Id && n.Id == changed.Value);
        Assert.DoesNotContain(overheard, n => n.Id != Guid.Empty);
    }

    [Fact]
    public async Task A_refused_command_tells_nobody()
    {
        var company = await Company.Create(portal, "refused-quietly");
        var heard = new ConcurrentQueue<Notice>();
        using var listening = portal.Services.GetRequiredService<INotices>().Listen(company.Id, Topics, heard.Enqueue);
        await using (var db = portal.Services.GetRequiredService<DatabaseFactory>().Open(DbScope.Of(company.Id)))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await db.Dialect.Announce(db, [new(company.Id, "connection", Guid.AllBitsSet)], wakeWorkers: false, TestContext.Current.CancellationToken);
        }

        // What comes after it has come, so what was before it will not.
        await Eventually.Seen(() => Change(company), _ => heard.Any(n => n.Id != Guid.Empty), TimeSpan.FromSeconds(10));
        Assert.DoesNotContain(heard, n => n.Id == Guid.AllBitsSet);
    }

    Task<ConnectionId> Change(Company company) => portal.Send(company.Owner, new SaveConnection("stripe", false, new Dictionary<string, string> { ["note"] = "changed" }));
}
