using InvoiceSync.Kernel.Modules;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Monitoring;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InvoiceSync.Tests.Web;

/// <summary>The API's map alone, without database or practice world, listening on loopback: enough to describe itself.</summary>
static class DescribedApi
{
    public static async Task<string> Get(string path, CancellationToken ct)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddInvoiceSync().AddPortalApi().AddLocalization().AddHttpClient().AddAuthorization();
        builder.Services.AddAuthentication(ApiKeyAuthentication.Name).AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.Name, null);
        await using var app = builder.Build();
        app.MapHealth();
        app.MapPortalApi();
        await app.StartAsync(ct);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        return await http.GetStringAsync(path, ct);
    }
}
