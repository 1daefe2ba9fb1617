using System.Net;
using System.Text;
using InvoiceSync.Client;

namespace InvoiceSync.Tests.Client;

/// <summary>What the client does when a portal is busy, away or refuses.</summary>
public sealed class WireTests
{
    const string Customer = """{"data":[],"has_more":false,"next_cursor":null}""";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_busy_portal_is_asked_again_under_the_same_key_until_it_answers()
    {
        var portal = new Portal(Busy(HttpStatusCode.TooManyRequests), Busy(HttpStatusCode.ServiceUnavailable), Busy(HttpStatusCode.Conflict), () => throw new HttpRequestException("cut"), Answer("""{"results":[],"succeeded":0,"failed":0}"""));
        // Four tries in all: the broken connection is the fourth.
        using var client = Of(portal);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.Products.Save([], ct: Ct));
        Assert.Equal(4, portal.Seen.Count);
        Assert.Single(portal.Seen.Select(s => s.Repeat).Distinct());
        Assert.Equal(32, portal.Seen[0].Repeat!.Length);
        Assert.Equal(0, (await client.Products.Save([], "mine", Ct)).Failed);
        Assert.Equal(("mine", "{\"items\":[]}", "Bearer isk_x", "https://portal.test/t/practice/v1/products/bulk"), (portal.Seen[4].Repeat, portal.Seen[4].Body, portal.Seen[4].Key, portal.Seen[4].Address));
    }

    [Fact]
    public async Task Whoever_is_told_to_come_back_in_an_hour_is_told()
    {
        var portal = new Portal(Busy(HttpStatusCode.TooManyRequests, seconds: 3600));
        using var client = Of(portal);
        var refused = await Assert.ThrowsAsync<InvoiceSyncException>(() => client.Customers.Get("cus_1", Ct));
        Assert.Equal((HttpStatusCode.TooManyRequests, "rate.limited", 1), (refused.Status, refused.Code, portal.Seen.Count));
    }

    [Fact]
    public async Task A_broken_connection_and_an_answer_that_breaks_off_are_made_up_for_by_asking_again()
    {
        var portal = new Portal(() => throw new HttpRequestException("cut"), Cut, Answer("""{"id":"cus_1"}"""), Cut, () => throw new HttpRequestException("cut"), Answer("""{"id":"inv_1"}"""));
        using var client = Of(portal);
        Assert.Equal("cus_1", (await client.Customers.Get("cus_1", Ct)).Id);
        Assert.Equal("inv_1", (await client.Invoices.Void("inv_1", "Twice", "mine", Ct)).Id);
        Assert.Equal([null, null, null, "mine", "mine", "mine"], portal.Seen.Select(s => s.Repeat));
    }

    [Fact]
    public async Task Every_act_takes_the_callers_own_key()
    {
        var portal = new Portal([.. Enumerable.Repeat(Answer("{}"), 11)]);
        using var client = Of(portal);
        await client.Invoices.Issue("inv_1", "k", Ct);
        await client.Invoices.Void("inv_1", "x", "k", Ct);
        await client.Invoices.WriteOff("inv_1", "x", null, "k", Ct);
        foreach (var act in (Func<string, string?, CancellationToken, Task>[])[client.Estimates.MarkSent, client.Estimates.Accept, client.Estimates.Decline, client.Estimates.Convert, client.Schedules.Pause, client.Schedules.Resume, client.Customers.Restore, client.Products.Restore])
            await act("id", "k", Ct);
        Assert.All(portal.Seen, s => Assert.Equal("k", s.Repeat));
        Assert.Equal(11, portal.Seen.Count);
    }

    [Fact]
    public async Task A_change_whose_answer_was_lost_is_not_sent_again()
    {
        var portal = new Portal(() => throw new HttpRequestException("cut"));
        using var client = Of(portal);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.Customers.Change("cus_1", new { phone = "112" }, "\"7\"", Ct));
        Assert.Equal(("\"7\"", "{\"phone\":\"112\"}", null), (Assert.Single(portal.Seen).IfMatch, portal.Seen[0].Body, portal.Seen[0].Repeat));
    }

    [Fact]
    public async Task A_refusal_names_its_fields_and_what_is_no_refusal_of_ours_is_unknown()
    {
        const string problem = """{"code":"body.invalid","detail":"Wrong.","trace_id":"t","errors":[{"pointer":"/name","code":"field.missing","detail":"Required."}]}""";
        using var client = Of(new Portal(Answer(problem, HttpStatusCode.BadRequest), Answer("<html>", HttpStatusCode.BadGateway)));
        var refused = await Assert.ThrowsAsync<InvoiceSyncException>(() => client.Customers.Create(new("x"), ct: Ct));
        Assert.Equal(("body.invalid", "Wrong.", "t", new FieldProblem("field.missing", "Required.", "/name")), (refused.Code, refused.Detail, refused.TraceId, Assert.Single(refused.Errors)));
        Assert.Equal((HttpStatusCode.BadGateway, "unknown"), await Assert.ThrowsAsync<InvoiceSyncException>(() => client.Customers.Delete("cus_1", ct: Ct)) is var other ? (other.Status, other.Code) : default);
    }

    [Fact]
    public async Task Pages_follow_one_another_with_the_filters_and_end()
    {
        var portal = new Portal(Answer("""{"data":[{"id":"evt_1"},{"id":"evt_2"}],"has_more":true,"next_cursor":"c1"}"""), Answer("""{"data":[{"id":"evt_3"}],"has_more":false,"next_cursor":"c2"}"""));
        using var client = Of(portal);
        Assert.Equal(["evt_1", "evt_2", "evt_3"], await client.Events.After("evt_0", "invoice.*", Ct).Select(e => e.Id).ToListAsync(Ct));
        Assert.Equal(["?after=evt_0&type=invoice.%2A&limit=100", "?after=c1&type=invoice.%2A&limit=100"], portal.Seen.Select(s => new Uri(s.Address).Query));
        Assert.Empty(await Of(new Portal(Answer(Customer))).Customers.List(ct: Ct).ToListAsync(Ct));
    }

    // The waits between the tries pass at once.
    sealed class Hurry : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }

    static HttpResponseMessage Cut() => new(HttpStatusCode.OK) { Content = new StreamContent(new CutStream()) };

    sealed class CutStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("cut");
    }

    static InvoiceSyncClient Of(Portal portal) => new(new("https://portal.test/t/practice"), "isk_x", new HttpClient(portal), new Hurry());

    static Func<HttpResponseMessage> Busy(HttpStatusCode status, int seconds = 0) => () =>
    {
        var answer = Answer("""{"code":"rate.limited","detail":"Later."}""", status)();
        answer.Headers.RetryAfter = new(TimeSpan.FromSeconds(seconds));
        return answer;
    };

    static Func<HttpResponseMessage> Answer(string body, HttpStatusCode status = HttpStatusCode.OK) => () => new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    sealed record Call(string Address, string? Key, string? Repeat, string? IfMatch, string? Body);

    sealed class Portal(params Func<HttpResponseMessage>[] answers) : HttpMessageHandler
    {
        readonly Queue<Func<HttpResponseMessage>> answers = new(answers);

        public List<Call> Seen { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Seen.Add(new(
                request.RequestUri!.AbsoluteUri, request.Headers.Authorization?.ToString(), Header(request, "Idempotency-Key"), Header(request, "If-Match"),
                request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken)));
            return answers.Dequeue()();
        }

        static string? Header(HttpRequestMessage request, string name) => request.Headers.TryGetValues(name, out var values) ? values.Single() : null;
    }
}
