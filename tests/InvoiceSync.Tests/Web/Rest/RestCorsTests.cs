using System.Net;
using System.Security.Claims;
using InvoiceSync.Access;
using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;
using InvoiceSync.Tests.Given;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Hosting.Rest;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InvoiceSync.Tests.Web.Rest;

/// <summary>What a page of another site may read: the answers to the key of a company that lets it, and every refusal, so that it can say what is wrong.</summary>
public sealed class RestCorsTests
{
    const string Shop = "https://shop.example.com";
    const string Other = "https://other.example.com";

    static readonly Error Busy = Error.Unavailable("database.busy", "Later.");

    bool isBusy;
    bool knowsCompany = true;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/v1/fine", true, Shop, 200, Shop)]
    [InlineData("/v1/fine", true, Other, 200, null)]
    [InlineData("/v1/fine", true, null, 200, null)]
    [InlineData("/v1/fine", false, Shop, 200, null)]
    [InlineData("/v1/unknown-key", false, Shop, 401, "*")]
    [InlineData("/v1/often", false, Shop, 429, "*")]
    [InlineData("/v1/broken-early", false, Other, 500, "*")]
    [InlineData("/v1/broken", true, Shop, 500, Shop)]
    [InlineData("/v1/broken", true, Other, 500, null)]
    [InlineData("/elsewhere/broken", true, Shop, 500, null)]
    public async Task Each_answer_has_the_headers_of_whoever_may_read_it(string path, bool withKey, string? origin, int status, string? reader)
    {
        await using var app = await Open();
        using var answer = await Ask(app, path, withKey, origin);
        Assert.Equal((status, reader, reader is not null), ((int)answer.StatusCode, Header(answer, "Access-Control-Allow-Origin"), Header(answer, "Access-Control-Expose-Headers")?.Contains("Content-Disposition", StringComparison.Ordinal) == true));
        Assert.Equal(path.StartsWith("/v1", StringComparison.Ordinal), Header(answer, "Vary") == "Origin");
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task A_busy_database_is_a_503_and_no_fault_of_ours(bool busy, bool company)
    {
        (isBusy, knowsCompany) = (busy, company);
        await using var app = await Open();
        using var answer = await Ask(app, "/v1/fine", true, Shop);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("database.busy", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    static async Task<HttpResponseMessage> Ask(WebApplication app, string path, bool withKey, string? origin)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(app.Urls.Single()), path));
        if (withKey) request.Headers.Add("X-Key", "known");
        if (origin is not null) request.Headers.Add("Origin", origin);
        return await http.SendAsync(request, Ct);
    }

    async Task<WebApplication> Open()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var dispatcher = new FakeDispatcher().On<MayCallFrom, bool>(asked => isBusy ? Busy : asked.Origin == Shop)
            .On<GetTenant, GetTenant.View>(_ => knowsCompany ? new GetTenant.View(Some.Tenant, "shop", "Shop", TenantMode.Practice, "Europe/Bucharest") : Busy);
        builder.Services.AddProblemDetails().AddSingleton<IDispatcher>(dispatcher).AddSingleton(new RestBudget(new PortalOptions(), TimeProvider.System));
        var app = builder.Build();
        app.UseExceptionHandler(ApiProblems.Unexpected);
        app.UseRestReaders();
        app.Use((http, next) => http.Request.Path.Value switch
        {
            "/v1/broken-early" => throw new InvalidOperationException("broken"),
            "/v1/often" => Refuse(http, StatusCodes.Status429TooManyRequests),
            "/v1/unknown-key" => Refuse(http, StatusCodes.Status401Unauthorized),
            _ => next(http),
        });
        app.Use((http, next) =>
        {
            if (http.Request.Headers.ContainsKey("X-Key")) http.User = new(new ClaimsIdentity([new(PortalClaims.Person, "key_1")], ApiKeyAuthentication.Name));
            return next(http);
        });
        app.UseRestCors().UseRestBudget();
        app.Run(http => http.Request.Path.Value!.EndsWith("/broken", StringComparison.Ordinal) ? throw new InvalidOperationException("broken") : http.Response.WriteAsync("fine"));
        await app.StartAsync(Ct);
        return app;
    }

    static Task Refuse(HttpContext http, int status) => ApiErrors.TooMany.ToProblem(status).ExecuteAsync(http);

    static string? Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
