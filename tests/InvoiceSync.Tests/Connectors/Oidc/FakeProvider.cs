using System.Net;
using System.Text;
using InvoiceSync.Connectors.Oidc;
using InvoiceSync.Tests.Given;
using Microsoft.Extensions.Logging.Abstractions;

namespace InvoiceSync.Tests.Connectors.Oidc;

/// <summary>A provider that answers each path with what a test put there, and remembers what it was asked.</summary>
sealed class FakeProvider : HttpMessageHandler
{
    public FakeProvider()
    {
        var line = new InvoiceSync.Connectors.GuardedLine(this, loopback: false, TimeSpan.FromSeconds(5));
        Wire = new(line, NullLogger<OidcWire>.Instance);
        Documents = new(Wire, Clock);
        Client = new(Wire, Documents, new(line, Clock), new(), Clock, NullLogger<OidcClient>.Instance);
        Answers["/.well-known/openid-configuration"] = Discovery;
        Answers["/jwks"] = $$"""{"keys":[{{Forge.RsaKey("r1").ToJsonString()}}]}""";
        Answers["/userinfo"] = """{"sub":"alice"}""";
    }

    public const string Discovery =
        """{"issuer":"https://idp.example","authorization_endpoint":"https://idp.example/auth","token_endpoint":"https://idp.example/token","jwks_uri":"https://idp.example/jwks","userinfo_endpoint":"https://idp.example/userinfo","response_types_supported":["code"]}""";

    public TestClock Clock { get; } = new();

    public OidcWire Wire { get; }

    public ProviderDocuments Documents { get; }

    public OidcClient Client { get; }

    /// <summary>By path; null answers 503.</summary>
    public Dictionary<string, string?> Answers { get; } = [];

    public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

    public string MediaType { get; set; } = "application/json";

    public List<string> Asked { get; } = [];

    public string? Form { get; private set; }

    public string? Authorization { get; private set; }

    public int Count(string path) => Asked.Count(a => a == path);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        lock (Asked) Asked.Add(path);
        Authorization = request.Headers.Authorization?.ToString();
        if (request.Content is { } content) Form = await content.ReadAsStringAsync(cancellationToken);
        // Others get the chance to ask at the same time.
        await Task.Yield();
        return Answers.GetValueOrDefault(path) is { } body
            ? new(Status) { Content = new StringContent(body, Encoding.UTF8, MediaType) }
            : new(HttpStatusCode.ServiceUnavailable) { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
    }
}
