using InvoiceSync.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InvoiceSync.Connectors.Hooks;

/// <summary>Tells the systems companies have what happened here.</summary>
public static class HookConnector
{
    public static IServiceCollection AddHooks(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => new GuardedLine(loopback: false));
        return services.AddSingleton<IHookLine, HookLine>();
    }
}
