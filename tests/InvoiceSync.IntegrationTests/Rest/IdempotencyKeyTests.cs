using System.Net;
using System.Text;
using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Api;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;

namespace InvoiceSync.IntegrationTests.Rest;

[Collection(RestPortal.Name)]
public sealed class IdempotencyKeyTests(PortalUnderTest portal)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Thirty_two_at_once_have_one_effect_and_one_answer_whose_secret_no_table_shows()
    {
        var company = await Company.Create(portal, "v1-thirty-two", hooked: false);
        using var api = await ApiCaller.Of(portal, company);
        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Make(api, company, "one and the same")));
        var made = answers.Where(a => a.Status == HttpStatusCode.Created).ToList();
        Assert.NotEmpty(made);
        Assert.Single(made.Select(a => a.Text).Distinct());
        Assert.Single(made, a => a.Replayed is null);
        Assert.All(answers.Except(made), a => Assert.Equal((HttpStatusCode.Conflict, true), (a.Status, a.Text.Contains("idempotency_key.in_progress", StringComparison.Ordinal))));
        Assert.Single((await portal.Ask(company.Owner, new ListApiKeys())), k => k.Name == "made");

        var later = await Make(api, company, "one and the same");
        Assert.Equal((HttpStatusCode.Created, "true", made[0].Text, made[0].Location), (later.Status, later.Replayed, later.Text, later.Location));
        var kept = (string)(await Database.Ask(portal.Database.Platform, $"select string_agg(c::text, '|') || encode(string_agg(c.answer, ''), 'escape') from access.repeatable_calls c where tenant_id = '{company.Id.Value}'", Ct))!;
        Assert.DoesNotContain("isk_", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("one and the same", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_key_or_with_another_each_is_carried_out()
    {
        var company = await Company.Create(portal, "v1-no-key", hooked: false);
        using var api = await ApiCaller.Of(portal, company);
        foreach (var key in (string?[])[null, null, "a", "A"]) Assert.Equal((HttpStatusCode.Created, null), (await Make(api, company, key) is var a ? a.Status : default, a.Replayed));
        Assert.Equal(4, (await portal.Ask(company.Owner, new ListApiKeys())).Count(k => k.Name == "made"));
    }

    [Fact]
    public async Task Another_request_under_the_key_is_refused_and_each_client_has_keys_of_its_own()
    {
        var (company, other) = (await Company.Create(portal, "v1-reused", hooked: false), await Company.Create(portal, "v1-reused-other", hooked: false));
        using var api = await ApiCaller.Of(portal, company);
        using var colleague = await ApiCaller.Of(portal, company);
        using var stranger = await ApiCaller.Of(portal, other);
        Assert.Equal(HttpStatusCode.Created, (await Make(api, company, "k")).Status);
        foreach (var (path, body) in new[] { (Path(company), Body("other")), (Path(company) + "/", Body("made")), (Path(company), Body("made") + " ") })
        {
            var refused = await Make(api, path, body, "k");
            Assert.Equal((HttpStatusCode.Conflict, true), (refused.Status, refused.Text.Contains("idempotency_key.reused", StringComparison.Ordinal)));
        }

        Assert.Equal((HttpStatusCode.Created, null), (await Make(colleague, company, "k") is var a ? a.Status : default, a.Replayed));
        Assert.Equal((HttpStatusCode.Created, null), (await Make(stranger, other, "k") is var b ? b.Status : default, b.Replayed));
    }

    [Fact]
    public async Task A_refusal_is_an_answer_and_the_shape_of_a_key_is_checked()
    {
        var company = await Company.Create(portal, "v1-refusals", hooked: false);
        using var api = await ApiCaller.Of(portal, company);
        var first = await Make(api, Path(company), """{"name":"x"}""", "bad");
        var again = await Make(api, Path(company), """{"name":"x"}""", "bad");
        Assert.Equal((HttpStatusCode.BadRequest, null, "true", first.Text), (first.Status, first.Replayed, again.Replayed, again.Text));
        foreach (var key in (string[])["", new string('k', 256), "tab\there"])
            Assert.Contains("idempotency_key.invalid", (await Make(api, company, key)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Created, (await Make(api, company, new string('k', 255))).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Make(api, Path(company), Body(new string('x', 1100 * 1024)), "large")).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Make(api, Path(company), Body(new string('x', 1100 * 1024)), null)).Status);
    }

    [Fact]
    public async Task Who_died_before_the_commit_is_taken_over_and_who_died_after_it_is_not()
    {
        var company = await Company.Create(portal, "v1-died", hooked: false);
        using var api = await ApiCaller.Of(portal, company);
        Assert.Equal(HttpStatusCode.Created, (await Make(api, company, "k")).Status);
        var mine = $"tenant_id = '{company.Id.Value}' returning 1";

        // As if its process had died a moment ago: still leased.
        await Database.Ask(portal.Database.Platform, $"update access.repeatable_calls set answer = null, is_committed = false, lease_until = now() + interval '1 minute' where {mine}", Ct);
        var waiting = await Make(api, company, "k");
        Assert.Equal((HttpStatusCode.Conflict, "1", true), (waiting.Status, waiting.RetryAfter, waiting.Text.Contains("in_progress", StringComparison.Ordinal)));

        await Database.Ask(portal.Database.Platform, $"update access.repeatable_calls set lease_until = now() - interval '1 second' where {mine}", Ct);
        Assert.Equal((HttpStatusCode.Created, null), (await Make(api, company, "k") is var over ? over.Status : default, over.Replayed));

        // As if it had died between the commit and the answer.
        await Database.Ask(portal.Database.Platform, $"update access.repeatable_calls set answer = null, lease_until = now() - interval '1 second' where {mine}", Ct);
        Assert.Contains("idempotency_key.answer_lost", (await Make(api, company, "k")).Text, StringComparison.Ordinal);

        await Database.Ask(portal.Database.Platform, $"update access.repeatable_calls set begun_at = now() - interval '25 hours' where {mine}", Ct);
        await portal.Send(company.Machine, new ForgetCalls());
        Assert.Equal(0L, await Database.Ask(portal.Database.Platform, $"select count(*) from access.repeatable_calls where tenant_id = '{company.Id.Value}'", Ct));
    }

    [Fact]
    public async Task Who_was_overtaken_commits_nothing_and_a_failure_before_a_commit_may_be_repeated()
    {
        var company = await Company.Create(portal, "v1-fence", hooked: false);
        var (call, request) = (Guid.CreateVersion7(), new byte[32]);
        var first = (await portal.Send(company.Owner, new BeginCall(call, request))).Mark!;
        await Database.Ask(portal.Database.Platform, $"update access.repeatable_calls set lease_until = now() - interval '1 second' where id = '{call}' returning 1", Ct);
        var second = (await portal.Send(company.Owner, new BeginCall(call, request))).Mark!;

        var late = await portal.As(company.Owner with { Call = first }, d => d.Send(new CreateApiKey("late"), Ct));
        Assert.Equal("idempotency_key.taken_over", late.Error?.Code);
        Assert.DoesNotContain(await portal.Ask(company.Owner, new ListApiKeys()), k => k.Name == "late");

        await portal.Send(company.Owner, new FinishCall(second, null));
        var third = (await portal.Send(company.Owner, new BeginCall(call, request))).Mark!;
        await portal.Send(company.Owner with { Call = third }, new CreateApiKey("in time"));
        await portal.Send(company.Owner, new FinishCall(third, null));
        Assert.Equal("idempotency_key.answer_lost", (await portal.As(company.Owner, d => d.Send(new BeginCall(call, request), Ct))).Error?.Code);
    }

    static string Path(Company company) => $"/v1/tenants/{company.Id}/api-keys";

    static string Body(string name) => $$"""{"name":"{{name}}","scopes":["invoice.read.all"]}""";

    static Task<Answer> Make(ApiCaller api, Company company, string? key) => Make(api, Path(company), Body("made"), key);

    static async Task<Answer> Make(ApiCaller api, string path, string body, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (key is not null) request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        using var answer = await api.Send(request);
        return new(answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct), answer.Headers.TryGetValues("Idempotent-Replayed", out var replayed) ? replayed.Single() : null,
            answer.Headers.Location?.ToString(), answer.Headers.RetryAfter?.ToString());
    }

    sealed record Answer(HttpStatusCode Status, string Text, string? Replayed, string? Location, string? RetryAfter);
}
