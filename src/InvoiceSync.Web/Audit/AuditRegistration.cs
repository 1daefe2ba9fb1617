using InvoiceSync.Audit;
using InvoiceSync.Web.Hosting;

namespace InvoiceSync.Web.Audit;

static class AuditRegistration
{
    /// <summary>The keys of checkpoints, the archive, and the places that keep checkpoints: a file always, a webhook where Audit:AnchorUrl names one.</summary>
    public static IServiceCollection AddAuditAnchors(this IServiceCollection services, IConfiguration configuration, PortalOptions options)
    {
        services.AddSingleton(CheckpointKeyFolder.Read(configuration["Audit:KeyFolder"] ?? Path.Combine(options.DataFolder, "audit-keys")));
        services.AddSingleton<ILogArchive>(new ArchiveFolder(configuration["Audit:ArchiveFolder"] ?? Path.Combine(options.DataFolder, "audit-archive"), configuration.GetValue<int?>("Audit:ArchiveYears")));
        services.AddSingleton<IAnchor>(new FileAnchor(configuration["Audit:AnchorFile"] ?? Path.Combine(options.DataFolder, "audit-anchors.jsonl")));
        if (configuration["Audit:AnchorUrl"] is not { Length: > 0 } url) return services;

        services.AddHttpClient(WebhookAnchor.Client, client => client.Timeout = TimeSpan.FromSeconds(5))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        return services.AddSingleton<IAnchor>(s => new WebhookAnchor(new(url), s.GetRequiredService<IHttpClientFactory>()));
    }
}
