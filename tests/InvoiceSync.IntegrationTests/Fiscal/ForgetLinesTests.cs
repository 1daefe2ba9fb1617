using InvoiceSync.Fiscal;
using InvoiceSync.IntegrationTests.Accounts;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.IntegrationTests.Fiscal;

/// <summary>Lines nobody stands in any more, of no company.</summary>
[Collection(AccountSceneTests.Name)]
public sealed class ForgetLinesTests(PortalUnderTest portal)
{
    static readonly Caller House = Caller.System(TenantId.Platform, "test");

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_line_unused_for_a_month_goes_and_one_that_is_used_or_held_stays()
    {
        await Database.Ask(portal.Database.Platform, """
            insert into fiscal.call_lines (id, free_at, held_until) values
                ('forget/old', now() - interval '31 days', now() - interval '40 days'),
                ('forget/used', now() - interval '29 days', '1970-01-01'),
                ('forget/held', now() - interval '31 days', now() + interval '1 hour')
            """, Ct);
        await using var patient = await PortalNode.Start(portal.Database, portal.World.Address, null, "--InvoiceSync:Roles=portal,api", "--InvoiceSync:Keep:call-lines=60");
        (await patient.Try(House, new ForgetLines())).OrThrow();
        Assert.Equal("forget/held forget/old forget/used", await Left());
        await portal.Send(House, new ForgetLines());
        Assert.Equal("forget/held forget/used", await Left());

        // Whoever comes back opens the line anew.
        Assert.Null(await portal.Services.GetRequiredService<ICallLine>().Take("forget/old", TimeSpan.FromMinutes(1), Ct));
        Assert.NotNull(await portal.Services.GetRequiredService<ICallLine>().Take("forget/old", TimeSpan.FromMinutes(1), Ct));
        await portal.Send(House, new ForgetLines());
        Assert.Equal("forget/held forget/old forget/used", await Left());
        await Database.Ask(portal.Database.Platform, "delete from fiscal.call_lines where id like 'forget/%'", Ct);
    }

    async Task<string> Left() => (string)(await Database.Ask(portal.Database.Platform, "select string_agg(id, ' ' order by id) from fiscal.call_lines where id like 'forget/%'", Ct))!;
}
