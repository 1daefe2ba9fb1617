using InvoiceSync.Connectors.Stripe;
using InvoiceSync.Sync;

namespace InvoiceSync.Tests.Connectors.Stripe;

/// <summary>Our client beside the official one: the same stories must make the same requests.</summary>
public sealed class StripeGoldenTests
{
    static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_filtered_list_is_asked_as_the_official_client_asks_it()
    {
        var form = new StripeForm().Add("customer", "cus_A/ b&c").Add("status", "open").Add("collection_method", "send_invoice").Add("limit", 100)
            .Add("created[gte]", 1_793_491_200).Add("created[lt]", 1_763_000_000).AddEach("expand", "data.customer", "data.payments");
        await Same("01-invoices-list-filters", stripe => stripe.Client.Get(StripeUnderTest.Account, StripeCall.Get("/v1/invoices", form), Ct));
    }

    [Fact]
    public async Task Paging_repeats_the_filters_and_ends_where_the_official_client_ends()
    {
        var form = new StripeForm().Add("limit", 2).Add("status", "open").Add("created[gte]", 1_760_000_000);
        var answer = await Same("03-auto-pagination", stripe => StripePage.All(stripe.Client, StripeUnderTest.Account, StripeCall.Get("/v1/invoices", form), null, Ct));

        var all = Assert.IsType<SourceAnswer<IReadOnlyList<StripeObject>>.Found>(answer).Value;
        Assert.Equal(["in_9", "in_8", "in_7", "in_6", "in_5"], all.Select(i => i.Id));
    }

    [Fact]
    public async Task A_post_without_a_key_gets_one_and_a_get_has_none()
    {
        var story = GoldenExchange.Of("05-idempotency-auto-key");
        var fake = GoldenExchange.Play(story);
        using var stripe = new StripeUnderTest(fake);
        await stripe.Client.Send(StripeUnderTest.Account, StripeCall.Post("/v1/customers", new StripeForm().Add("email", "a+b@example.com")), Ct);
        await stripe.Client.Send(StripeUnderTest.Account, StripeCall.Get("/v1/customers/cus_1"), Ct);
        await stripe.Client.Send(StripeUnderTest.Account, new StripeCall(HttpMethod.Delete, "/v1/customers/cus_1", new()), Ct);
        Compare(story, fake);
    }

    [Fact]
    public async Task After_two_500s_the_third_attempt_has_the_same_key() =>
        await Refund("07-retry-500-500-200");

    [Fact]
    public async Task After_a_409_the_second_attempt_has_the_same_key() =>
        await Refund("06-retry-409-then-200");

    [Fact]
    public async Task A_reset_connection_is_tried_again_with_the_same_key() =>
        await Refund("11-connection-reset");

    [Fact]
    public async Task Should_retry_false_beats_a_500() =>
        await Refund("08-should-retry-false-500");

    [Fact]
    public async Task A_nested_create_with_unicode_has_the_same_pairs_and_the_callers_key()
    {
        var golden = GoldenExchange.Of("02-payment-intents-create-nested")[0];
        var form = golden.Pairs.Aggregate(new StripeForm(), (f, p) => f.Add(p.Key, p.Value));
        var fake = new FakeStripe().Then(200, """{"id":"pi_1"}""");
        using var stripe = new StripeUnderTest(fake);
        await stripe.Client.Send(StripeUnderTest.Account, StripeCall.Post(golden.Path, form, "tenant7:inv42:pay:1"), Ct);

        Compare([golden], fake);
        Assert.Equal("tenant7:inv42:pay:1", fake.Requests[0].Headers["Idempotency-Key"]);
    }

    [Fact]
    public async Task Catching_up_on_events_is_asked_as_the_official_client_asks_it()
    {
        var form = new StripeForm().AddEach("types", "invoice.paid", "invoice.voided").Add("created[gte]", 1_763_000_000)
            .Add("ending_before", "evt_1").Add("limit", 100).Add("delivery_success", false);
        await Same("23-events-list", stripe => StripePage.Ask(stripe.Client, StripeUnderTest.Account, StripeCall.Get("/v1/events", form), Ct));
    }

    static async Task Refund(string file)
    {
        var form = GoldenExchange.Of(file)[0].Pairs.Aggregate(new StripeForm(), (f, p) => f.Add(p.Key, p.Value));
        await Same(file, stripe => stripe.Client.Send(StripeUnderTest.Account, StripeCall.Post("/v1/refunds", form), Ct));
    }

    static async Task<T> Same<T>(string file, Func<StripeUnderTest, Task<T>> call)
    {
        var story = GoldenExchange.Of(file);
        var fake = GoldenExchange.Play(story);
        using var stripe = new StripeUnderTest(fake);
        var answer = await call(stripe);
        Compare(story, fake);
        return answer;
    }

    static void Compare(IReadOnlyList<GoldenExchange> story, FakeStripe fake)
    {
        Assert.Equal(story.Select(e => (e.Method, "/stripe" + e.Path)), fake.Requests.Select(r => (r.Method, r.Path)));
        Assert.Equal(KeysOf(story.Select(e => e.Headers)), KeysOf(fake.Requests.Select(r => r.Headers)));
        foreach (var (golden, ours) in story.Zip(fake.Requests))
        {
            Assert.Equal(golden.Pairs, ours.Pairs);
            Assert.All(["Authorization", "Stripe-Version", "Accept"], name => Assert.Equal(golden.Headers[name], ours.Headers[name]));
            if (golden.Method == "POST") Assert.Equal(golden.Headers["Content-Type"], ours.Headers["Content-Type"]);
        }
    }

    // Keys are random: what must agree is which requests have one, and which share it.
    static IEnumerable<int> KeysOf(IEnumerable<IReadOnlyDictionary<string, string>> headers)
    {
        var seen = new List<string>();
        foreach (var one in headers)
        {
            if (!one.TryGetValue("Idempotency-Key", out var key)) yield return -1;
            else
            {
                if (!seen.Contains(key)) seen.Add(key);
                yield return seen.IndexOf(key);
            }
        }
    }
}
