using InvoiceSync.Web.Monitoring;
using InvoiceSync.Web.Sync;

namespace InvoiceSync.Web.Hosting;

/// <summary>The REST API: what it needs, and its map.</summary>
static class PortalApi
{
    public static IServiceCollection AddPortalApi(this IServiceCollection services) =>
        services.AddSingleton<HookOwners>().AddSingleton<HealthReport>().AddProblemDetails();

    public static void MapPortalApi(this WebApplication app)
    {
    }
}
