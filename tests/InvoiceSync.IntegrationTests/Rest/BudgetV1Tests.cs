using System.Net;
using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Fixture;

namespace InvoiceSync.IntegrationTests.Rest;

[Collection(RestPortal.Name)]
public sealed class BudgetV1Tests(PortalUnderTest portal)
{
    [Fact]
    public async Task Every_answer_tells_what_is_left_and_the_one_over_says_when_to_come_back()
    {
        await using var node = await PortalNode.Start(portal.Database, portal.World.Address, null, "--InvoiceSync:Api:RequestsPerHour=3", "--InvoiceSync:Roles=api");
        var company = await Company.Create(portal, "v1-budget", hooked: false);
        using var mine = await Client(node, company);
        using var colleague = await Client(node, company);
        foreach (var left in (int[])[2, 1, 0])
        {
            using var answer = await mine.GetAsync(left == 1 ? "/api/v1/customers" : "/v1/customers", TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.OK, "3", $"{left}"), (answer.StatusCode, Header(answer, "RateLimit-Limit"), Header(answer, "RateLimit-Remaining")));
            Assert.InRange(int.Parse(Header(answer, "RateLimit-Reset"), System.Globalization.CultureInfo.InvariantCulture), 1, 3600);
        }

        using var over = await mine.GetAsync("/v1/customers", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.TooManyRequests, "0", Header(over, "RateLimit-Reset")), (over.StatusCode, Header(over, "RateLimit-Remaining"), Header(over, "Retry-After")));
        Assert.Contains("rate.limited", await over.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await colleague.GetAsync("/v1/customers", TestContext.Current.CancellationToken)).StatusCode);
    }

    async Task<HttpClient> Client(PortalNode node, Company company)
    {
        var http = node.Client();
        http.DefaultRequestHeaders.Authorization = new("Bearer", (await portal.Send(company.Owner, new CreateApiKey("budget"))).Secret);
        return http;
    }

    static string Header(HttpResponseMessage answer, string name) => answer.Headers.GetValues(name).Single();
}
