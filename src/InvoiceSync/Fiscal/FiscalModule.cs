using InvoiceSync.Customers;
using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Fiscal.Mailbox;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Fiscal.Rules;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel.Modules;
using InvoiceSync.Messaging;
using InvoiceSync.Monitoring;
using InvoiceSync.Payments;
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
            .Uses<MessagingModule>()
            .Uses<MonitoringModule>()
            .Uses<PaymentsModule>()
            .Runs<RefreshTokens>("fiscal.refresh-tokens", "0 7 * * * ?", JobScope.EachTenant)
            .Runs<ReadMailbox>("fiscal.read-mailbox", "0 4/15 * * * ?", JobScope.EachTenant)
            .Runs<ForgetLines>("fiscal.forget-lines", "0 45 2 * * ?", JobScope.Once)
            .Forgets<CallCount>("call-counts", 1, before => c => c.EndsAt < before);
        module.Services.AddSingleton<ICallBudget, SharedCallBudget>().AddSingleton<ICallLine, SharedCallLine>().AddSingleton<MailboxDoor>().AddSingleton<ProviderWatch>();
        module.Services.AddScoped<FiscalDoor>().AddScoped<OutageWatch>().AddScoped<OperatorDesk>().AddScoped<IFilingStop, FilingStop>().AddScoped<IOriginals, BooksOriginals>().AddSingleton<IDocumentCheck, DocumentCheck>().AddSingleton<IBulkAct, FileAgainInBulk>().AddSingleton<IBulkAct, FileKeptInBulk>();
        module.Services.AddSingleton(services => new FiscalProviders(services.GetKeyedServices<IFiscalProvider>(KeyedService.AnyKey)));
        module.Services.TryAddSingleton(new FiscalPace());
        module.Services.TryAddSingleton(UblSchemas.None);
    }
}
