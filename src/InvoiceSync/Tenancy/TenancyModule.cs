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
    public static void Register(ModuleBuilder module)
    {
        module.Services.AddScoped<SecretVault>().AddScoped<IKeepSecrets, ConnectionSecrets>().AddSingleton<SecretReads>();
        // A new master key is taken up at the start; this catches what was written by a node that did not have it yet.
        module.Runs<ResealSecrets>("tenancy.reseal-secrets", cron: "0 40 * ? * *", JobScope.EachTenant);
        module.Runs<ResealSecrets>("tenancy.reseal-own-secrets", cron: "0 45 * ? * *", JobScope.Once);
    }
}
