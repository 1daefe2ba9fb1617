using InvoiceSync.Kernel.Modules;
using InvoiceSync.Tenancy.Secrets;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Tenancy;

/// <summary>
/// The companies that use this installation, each behind its own fence, and their links to outside systems with the
/// secrets those need. Everybody else builds on it; it knows nobody.
/// </summary>
public sealed class TenancyModule : IModule
{
    public static void Register(ModuleBuilder module) => module.Services.AddScoped<SecretVault>();
}
