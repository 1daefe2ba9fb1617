using System.Reflection;
using InvoiceSync.IntegrationTests.Sandbox;
using InvoiceSync.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InvoiceSync.IntegrationTests.Isolation;

[Collection(TwoCompaniesTests.Name)]
public sealed class EndpointInventoryTests(TwoCompanies two)
{
    [Fact]
    public async Task Every_address_of_the_portal_and_who_may_call_it_is_written_down()
    {
        var ready = await two.Ready();
        var seen = EndpointInventory.Of(ready.Portal.Services).Select(e => e.ToString()).ToList();
        var file = SharedData.Repository("tests", "InvoiceSync.IntegrationTests", "Isolation", "endpoints.snapshot.txt");
        var written = File.Exists(file) ? await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken) : [];

        // A new address is added to the file by hand, after a thought about who may call it.
        string[] different = [.. seen.Except(written).Select(line => "new: " + line), .. written.Except(seen).Select(line => "gone: " + line)];
        Assert.True(different.Length == 0, string.Join('\n', different));
    }

    [Fact]
    public async Task Every_page_is_among_the_addresses_and_files_are_for_everybody()
    {
        var ready = await two.Ready();
        var known = EndpointInventory.Of(ready.Portal.Services).Where(e => e.IsPage).Select(e => e.Pattern).ToHashSet();
        var routes = typeof(PortalHost).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes<RouteAttribute>()).Select(r => r.Template);
        Assert.Empty(routes.Except(known));
        Assert.True(EndpointInventory.StaticFilesAreAnonymous(ready.Portal.Services));
    }

    [Fact]
    public async Task An_address_that_says_nothing_asks_for_a_member_of_the_company()
    {
        var ready = await two.Ready();
        var fallback = ready.Portal.Services.GetRequiredService<IOptions<AuthorizationOptions>>().Value.FallbackPolicy;
        Assert.NotNull(fallback);
        Assert.Equal(2, fallback.Requirements.Count);
        Assert.Equal(["session"], fallback.AuthenticationSchemes);
    }
}
