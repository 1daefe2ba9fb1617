using InvoiceSync.Customers;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Fiscal.Rules;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel.Modules;
using InvoiceSync.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InvoiceSync.Fiscal;

/// <summary>
/// Gets every issued invoice accepted by the tax authority: written as e-invoice, checked, filed once, followed until the
/// answer, archived with the authority's seal. What is refused is explained rule by rule; what is in doubt is asked about.
/// </summary>
public sealed class FiscalModule : IModule
{
    public static void Register(ModuleBuilder module)
    {
        module
            .Uses<TenancyModule>()
            .Uses<CustomersModule>()
            .Uses<InvoicingModule>()
            .Runs<RefreshTokens>("fiscal.refresh-tokens", "0 7 * * * ?", JobScope.EachTenant);
        module.Services.AddScoped<FiscalDoor>().AddScoped<IFilingStop, FilingStop>().AddSingleton<IDocumentCheck, DocumentCheck>().AddSingleton<IBulkAct, FileAgainInBulk>();
        module.Services.TryAddSingleton(new FiscalPace());
        module.Services.TryAddSingleton(UblSchemas.None);
    }
}
