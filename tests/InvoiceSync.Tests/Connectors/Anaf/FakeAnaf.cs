using System.Net;
using System.Text;
using InvoiceSync.Connectors.Anaf;
using InvoiceSync.Fiscal;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Given;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace InvoiceSync.Tests.Connectors.Anaf;

/// <summary>Stands where the network is and answers from a function. It keeps what it was asked.</summary>
sealed class FakeAnaf(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler, IHttpClientFactory
{
    public const string Secret = "eyJ.very.secret";

    public static readonly FiscalAccount Account =
        new(new TenantId(Guid.Empty), new Uri("https://api.anaf.example"), Test: true, "8000000000", Secret);

    public static readonly FiscalSubmission Invoice = new("<Invoice/>"u8.ToArray(), false, false, false, FiscalStandard.Invoice);

    public static readonly DateTimeOffset Now = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);

    public FakeBudget Budget { get; } = new();

    public List<(HttpMethod Method, Uri Address, string? Authorization, string Body)> Asked { get; } = [];

    public static FakeAnaf Answering(HttpStatusCode status, byte[] body) =>
        new(_ => new HttpResponseMessage(status) { Content = new ByteArrayContent(body) });

    public static FakeAnaf Answering(HttpStatusCode status, string body) => Answering(status, Encoding.UTF8.GetBytes(body));

    public AnafProvider Provider(TimeProvider? time = null)
    {
        var clock = time ?? new StoppedClock(Now);
        return new AnafProvider(new AnafWire(this, clock, NullLogger<AnafWire>.Instance), Budget, Options.Create(new AnafOptions()), clock);
    }

    public AnafAuthorization Authorization() => new(
        new AnafWire(this, new StoppedClock(Now), NullLogger<AnafWire>.Instance),
        Options.Create(new AnafOptions()),
        new StoppedClock(Now));

    public AnafMailbox Mailbox() => new(
        new AnafWire(this, new StoppedClock(Now), NullLogger<AnafWire>.Instance), Budget, Options.Create(new AnafOptions()), new StoppedClock(Now));

    public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Asked.Add((request.Method, request.RequestUri!, request.Headers.Authorization?.ToString(), body));
        return answer(request);
    }
}

/// <summary>A clock that moves only when told to.</summary>
sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
