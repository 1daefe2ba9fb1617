using InvoiceSync.Invoicing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InvoiceSync.Connectors.Chromium;

/// <summary>Prints pages with the Chromium of this machine. It is started by the first print and stays warm; without one, printing says what to install.</summary>
public static class ChromiumConnector
{
    public static IServiceCollection AddChromium(this IServiceCollection services, ChromiumSettings settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services.AddSingleton(settings).AddSingleton<IPagePrinter, ChromiumPrinter>();
    }
}
