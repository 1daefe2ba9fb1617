using System.Net;
using InvoiceSync.Connectors;
using InvoiceSync.Connectors.Oidc;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Connectors.Oidc;

/// <summary>A browser is sent only to a page that answers; how it answers is the page's business.</summary>
public sealed class ProviderPulseTests
{
    static readonly Uri Page = new("https://id.example/authorize");

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Found)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task Any_answer_is_life(HttpStatusCode status)
    {
        using var provider = new Provider(() => new(status));
        await Pulse(provider, new()).Feel(Page, Ct);
    }

    [Fact]
    public async Task A_page_too_long_to_read_is_life_too()
    {
        using var provider = new Provider(() => new(HttpStatusCode.OK) { Content = new ByteArrayContent(new byte[300 * 1024]) });
        await Pulse(provider, new()).Feel(Page, Ct);
    }

    [Fact]
    public async Task Who_hangs_up_or_says_nothing_is_dead_and_each_has_its_word()
    {
        using var gone = new Provider(() => throw new HttpRequestException("gone"));
        Assert.Equal("sign_in_page.unreachable", (await Assert.ThrowsAsync<OidcRefusedException>(() => Pulse(gone, new()).Feel(Page, Ct))).Reason);
        using var silent = new Provider(null);
        Assert.Equal("sign_in_page.too_slow", (await Assert.ThrowsAsync<OidcRefusedException>(() => Pulse(silent, new()).Feel(Page, Ct))).Reason);
    }

    [Fact]
    public async Task It_is_felt_once_in_three_seconds_for_all_and_a_revival_is_noticed()
    {
        var (clock, alive) = (new TestClock(), false);
        using var provider = new Provider(() => alive ? new(HttpStatusCode.OK) : throw new HttpRequestException("gone"));
        var pulse = Pulse(provider, clock);
        for (var visitor = 0; visitor < 5; visitor++) await Assert.ThrowsAsync<OidcRefusedException>(() => pulse.Feel(Page, Ct));
        Assert.Equal(1, provider.Asked);

        alive = true;
        clock.Pass(TimeSpan.FromSeconds(3));
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => pulse.Feel(Page, Ct)));
        Assert.Equal(2, provider.Asked);
    }

    static ProviderPulse Pulse(Provider provider, TestClock clock) => new(new GuardedLine(provider, loopback: false, TimeSpan.FromMilliseconds(200)), clock);

    sealed class Provider(Func<HttpResponseMessage>? answer) : HttpMessageHandler
    {
        public int Asked { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked++;
            if (answer is null) await Task.Delay(Timeout.Infinite, cancellationToken);
            return answer!();
        }
    }
}
