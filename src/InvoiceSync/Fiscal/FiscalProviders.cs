using InvoiceSync.Fiscal.Model;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Fiscal;

/// <summary>The ways to file that this installation has, by name.</summary>
public sealed class FiscalProviders(IEnumerable<IFiscalProvider> all)
{
    public IReadOnlyList<IFiscalProvider> All { get; } = [.. all.OrderBy(p => p.Name, StringComparer.Ordinal)];

    public IFiscalProvider? Find(string name) => All.FirstOrDefault(p => p.Name == name);

    public IFiscalProvider Of(string name) => Find(name) ?? throw new InvalidOperationException($"This installation cannot file by {name}.");

    /// <summary>Puts the watch before every provider registered so far: called once, after all of them.</summary>
    public static void Watch(IServiceCollection services)
    {
        List<ServiceDescriptor> bare = [.. services.Where(s => s.ServiceType == typeof(IFiscalProvider) && s is { IsKeyedService: true, KeyedImplementationType: not null })];
        foreach (var provider in bare)
        {
            services.Remove(provider);
            services.AddKeyedSingleton<IFiscalProvider>(provider.ServiceKey, (built, _) => WatchedProvider.Before(
                (IFiscalProvider)ActivatorUtilities.CreateInstance(built, provider.KeyedImplementationType!), built.GetRequiredService<ProviderWatch>()));
        }
    }
}
