using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using InvoiceSync.IntegrationTests.Accounts;
using InvoiceSync.IntegrationTests.Api;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.IntegrationTests.Sso.Peers;
using InvoiceSync.Sync;
using InvoiceSync.Sync.News;

namespace InvoiceSync.IntegrationTests.Sync;

/// <summary>A receiver that is not ours, over a real socket: it takes what the npm package standardwebhooks finds genuine.</summary>
[Collection(AccountSceneTests.Name)]
public sealed class NewsReceiverTests(PortalUnderTest portal) : IAsyncLifetime
{
    readonly HttpClient http = new();
    NodePeer receiver = default!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    sealed record Message(string Id, string Timestamp, string Signature, string Body, string? Problem, int Status);

    public async ValueTask InitializeAsync()
    {
        receiver = await NodePeer.Start("standardwebhooks", "receiver.mjs");
        http.BaseAddress = receiver.Address;
    }

    [Fact]
    public async Task What_we_sign_is_genuine_to_the_official_package_and_a_try_after_a_500_is_the_same_message()
    {
        var company = await Told("receiver", 500);
        await portal.Send(company.Machine, new TellNews(NewsKind.Finished, "bat_1:1", NewsSubject.Batch, 3, 1));
        var seen = await Eventually.Seen(Seen, all => all.Count >= 2);
        Assert.Equal([(null, 500), (null, 204)], seen.Select(m => (m.Problem, m.Status)));
        Assert.Equal((seen[0].Id, seen[0].Body), (seen[1].Id, seen[1].Body));
        Assert.Equal("processing.completed", JsonDocument.Parse(seen[1].Body).RootElement.Text("type"));
        var post = Assert.Single((await Eventually.Seen(() => portal.Ask(company.Owner, new GetNewsHook()), h => h.Posts is [{ State: NewsPostState.Taken }])).Posts);
        Assert.Equal((seen[0].Id, 2, 204), (post.Id.ToString(), post.Tries, post.Status));

        // With letters that are more than one byte, by the button.
        Assert.Equal(204, (await portal.Send(company.Owner, new TestNewsHook())).Status);
        Assert.Equal("ăâîșț", JsonDocument.Parse((await Seen())[^1].Body).RootElement.GetProperty("data").Text("text"));
    }

    [Fact]
    public async Task A_message_changed_on_its_way_is_refused_and_so_is_one_under_another_secret()
    {
        var company = await Told("receiver-tampered");
        Assert.True((await portal.Send(company.Owner, new TestNewsHook())).IsTaken);
        var genuine = Assert.Single(await Seen());
        Assert.Equal(HttpStatusCode.NoContent, await Deliver(genuine));
        foreach (var tampered in (Message[])
        [
            genuine with { Body = genuine.Body.Replace("hook.tested", "hook.tasted", StringComparison.Ordinal) },
            genuine with { Id = genuine.Id + "0" },
            genuine with { Timestamp = $"{long.Parse(genuine.Timestamp, System.Globalization.CultureInfo.InvariantCulture) - 1}" },
        ])
            Assert.Equal(HttpStatusCode.Unauthorized, await Deliver(tampered));

        Assert.NotNull((await portal.Send(company.Owner, new SaveNewsHook($"{receiver.Address}hook", new(Finished: true), NewSecret: true))).Secret);
        Assert.Equal((false, 401), (await portal.Send(company.Owner, new TestNewsHook())) is var reply ? (reply.IsTaken, reply.Status!.Value) : default);
        await portal.Send(company.Owner, new DropNewsHook());
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (receiver is not null) await receiver.DisposeAsync();
    }

    // A company whose system the receiver is; it gives these answers first, then 204.
    async Task<Company> Told(string slug, params int[] answers)
    {
        var company = await Company.Create(portal, slug, hooked: false);
        var secret = (await portal.Send(company.Owner, new SaveNewsHook($"{receiver.Address}hook", new(Finished: true)))).Secret;
        using var set = await http.PutAsJsonAsync("control", new { secret, answers }, Ct);
        set.EnsureSuccessStatusCode();
        return company;
    }

    async Task<IReadOnlyList<Message>> Seen() => (await http.GetFromJsonAsync<IReadOnlyList<Message>>("seen", Ct))!;

    async Task<HttpStatusCode> Deliver(Message message)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "hook") { Content = new StringContent(message.Body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in (ReadOnlySpan<(string, string)>)[("webhook-id", message.Id), ("webhook-timestamp", message.Timestamp), ("webhook-signature", message.Signature)]) request.Headers.Add(name, value);
        using var answer = await http.SendAsync(request, Ct);
        return answer.StatusCode;
    }
}
