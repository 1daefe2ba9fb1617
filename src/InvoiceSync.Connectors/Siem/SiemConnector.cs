using InvoiceSync.Audit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InvoiceSync.Connectors.Siem;

/// <summary>Pushes the audit log to the log systems companies have: Splunk, Elastic, Datadog.</summary>
public static class SiemConnector
{
    public static IServiceCollection AddSiem(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => new GuardedLine(loopback: false));
        return services.AddSingleton<IOutletLine, SiemLine>();
    }
}
