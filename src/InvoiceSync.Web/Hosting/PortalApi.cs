using System.Text.Json;
using System.Text.Json.Serialization;
using InvoiceSync.Web.Access;
using InvoiceSync.Web.Audit;
using InvoiceSync.Web.Customers;
using InvoiceSync.Web.Fiscal;
using InvoiceSync.Web.Hosting.Docs;
using InvoiceSync.Web.Hosting.Rest;
using InvoiceSync.Web.Monitoring;
using InvoiceSync.Web.Shared;
using InvoiceSync.Web.Sync;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace InvoiceSync.Web.Hosting;

/// <summary>The REST API: what it needs, and its map. Only API keys open it; a browser's session cookie does not.</summary>
static class PortalApi
{
    static readonly AuthorizationPolicy KeyHolder = new AuthorizationPolicyBuilder(ApiKeyAuthentication.Name).RequireAuthenticatedUser().Build();

    public static IServiceCollection AddPortalApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            // Two readers of {"id":1,"id":2} would see two different requests.
            json.SerializerOptions.AllowDuplicateProperties = false;
        });
        services.AddRateLimiter(_ => { });
        services.AddSingleton<RestCursor>().AddSingleton<RestBudget>().AddSingleton<AccessTokens>().AddSingleton<TokenLimits>().AddSingleton<KeyUsage>().AddHostedService(host => host.GetRequiredService<KeyUsage>());
        return services.AddSingleton<HookOwners>().AddSingleton<HealthReport>().AddProblemDetails().AddApiDescription();
    }

    public static void MapPortalApi(this WebApplication app)
    {
        app.UseRequestLocalization(Languages.Options);
        app.MapApiDocs();
        app.MapRestV1();

        var api = app.MapGroup("/api").OpenToKeys(ApiBody.Largest);
        api.MapSalesApi();
        api.MapSyncApi();
        api.MapCompanyDataApi();
        api.MapBuyersApi();
        api.MapGuessesApi();
        api.MapSummaryApi();
        api.MapAccessApi();
        api.MapApprovalsApi();
        api.MapAuditApi();
        api.MapProvidersApi();
        var invoices = api.MapGroup("/invoices").WithTags("Invoices");
        invoices.MapProcessingApi();
        invoices.MapBatchApi();
        invoices.MapSaleStatusApi();
        invoices.MapDownloadApi();
        api.Map("/{**rest}", () => ApiErrors.RouteUnknown.ToProblem()).ExcludeFromDescription();
    }

    /// <summary>For programs alone: a key or a token of one, no cookies, bodies up to a size.</summary>
    public static RouteGroupBuilder OpenToKeys(this RouteGroupBuilder group, int largest) =>
        group.AddEndpointFilter(ApiQuery.Check).RequireAuthorization(KeyHolder).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(largest));
}
