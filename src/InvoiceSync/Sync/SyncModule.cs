using InvoiceSync.Access;
using InvoiceSync.Customers;
using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel.Modules;
using InvoiceSync.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Sync;

/// <summary>
/// Where sales come from and what becomes of them. A provider's notice is only a hint: it is stored, answered, and the sale
/// is fetched again and mirrored; a complete sale becomes one invoice, an unusual one waits for a person with the reason.
/// </summary>
public sealed class SyncModule : IModule
{
    public static void Register(ModuleBuilder module)
    {
        module
            .Uses<TenancyModule>()
            .Uses<AccessModule>()
            .Uses<CustomersModule>()
            .Uses<InvoicingModule>()
            .Uses<FiscalModule>()
            .Runs<CatchUp>("sync.catch-up", "30 */5 * * * ?", JobScope.EachTenant);
        module.Services.AddSingleton<HookIntake>().AddScoped<SourceDoor>();
    }
}
