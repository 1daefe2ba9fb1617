using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fiscal;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.IntegrationTests.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.IntegrationTests.Webhooks;

/// <summary>The official client's verdicts on signatures, asked of the whole portal over HTTP with its clock set to each case.</summary>
public sealed class SignatureVectorTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    [Fact]
    public async Task Every_vector_of_the_official_client_is_judged_the_same_over_http()
    {
        var vectors = JsonNode.Parse(await File.ReadAllTextAsync(SharedData.Folder("stripe", "golden", "webhook-signatures.json"), TestContext.Current.CancellationToken))!;
        var clock = new MovableClock(DateTimeOffset.FromUnixTimeSeconds(1763600000));
        await using var node = await PortalNode.Start(portal.Database, portal.World.Address, services => services.AddSingleton<TimeProvider>(clock), "--InvoiceSync:Roles=api");
        var cases = vectors["cases"]!.AsArray().Select(c => c!.AsObject()).ToList();
        Assert.Equal(18, cases.Count);
        using var poster = await HookPoster.Of(portal, await Company.Create(portal, "vectors", hooked: false), node.Address);
        using var other = await HookPoster.Of(portal, await Company.Create(portal, "vectors-newline", hooked: false), node.Address, HookPoster.Secret + "\n");

        var wrong = new List<string>();
        foreach (var one in cases)
        {
            clock.Pass(DateTimeOffset.FromUnixTimeSeconds((long)one["now"]!) - clock.GetUtcNow());
            var body = Encoding.UTF8.GetBytes((string?)one["payload"] ?? (string)vectors["payload_utf8"]!);
            var to = (string)one["secret"]! == HookPoster.Secret ? poster : other;
            var answer = await to.Post(body, (string)one["header"]! is { Length: > 0 } header ? header : null);
            var expected = Accepts(one) ? HttpStatusCode.OK : HttpStatusCode.BadRequest;
            if (answer != expected) wrong.Add($"{one["name"]}: {answer}");
        }

        Assert.Empty(wrong);
        var stored = await Database.Ask(portal.Database.Platform, "select count(*) from sync.inbox where event_id = 'evt_golden_1'", TestContext.Current.CancellationToken);
        Assert.Equal(2L, stored); // once for each of the two companies
    }

    // We are stricter in two: the age is always checked, and a far future is only good for replaying later.
    // And kinder in one: a secret pasted with its line break is kept without it.
    static bool Accepts(JsonObject one) =>
        (string)one["name"]! == "secret with trailing newline"
        || (bool)one["accepted_by_official_client"]! && (int)one["tolerance"]! != 0 && !((string)one["name"]!).Contains("FUTURE", StringComparison.Ordinal);
}
