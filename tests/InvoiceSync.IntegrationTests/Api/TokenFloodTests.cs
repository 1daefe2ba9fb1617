using System.Net;
using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Fixture;

namespace InvoiceSync.IntegrationTests.Api;

/// <summary>Ten thousand token requests, a portal of its own: nothing is stored for them, and who guesses is slowed down.</summary>
public sealed class TokenFloodTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    const int Many = 10_000;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_flood_of_requests_is_stopped_leaves_no_row_and_the_key_works_on()
    {
        var company = await Company.Create(portal, "flood", hooked: false);
        var key = await portal.Send(company.Owner, new CreateApiKey("flood"));
        using var http = portal.Client();
        var before = await Rows();
        var answers = new int[Many];
        await Parallel.ForEachAsync(Enumerable.Range(0, Many), new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = Ct }, async (n, ct) =>
        {
            using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", key.Id.ToString()), new("client_secret", n % 2 == 0 ? key.Secret : "guess")]);
            using var answer = await http.PostAsync(new Uri("/oauth/token", UriKind.Relative), form, ct);
            answers[n] = (int)answer.StatusCode;
        });

        Assert.All(answers, status => Assert.True(status is 200 or 401 or 429, $"{status}"));
        Assert.True(answers.Count(s => s == 429) > Many * 8 / 10, $"{answers.Count(s => s == 429)} were refused.");
        Assert.Equal(before, await Rows());

        using var holder = ApiCaller.With(portal, key.Secret);
        await Eventually.Seen(async () => (await holder.Raw("/api/stripe/invoices")).StatusCode, status => status == HttpStatusCode.OK);
    }

    // Every table of the access chapter but the one that counts use.
    async Task<string> Rows() => (string)(await Databases.Database.Ask(portal.Database.Platform, """
        select (select count(*) from access.api_keys) || ' ' || (select count(*) from access.sessions) || ' ' || (select count(*) from audit.log)
        """, Ct))!;
}
