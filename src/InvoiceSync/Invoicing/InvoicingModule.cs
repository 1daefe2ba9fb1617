using InvoiceSync.Access;
using InvoiceSync.Customers;
using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel.Modules;
using InvoiceSync.Ledger;
using InvoiceSync.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Invoicing;

/// <summary>
/// The canonical invoice: exactly one for each sale or draft, in the words of EN 16931, unchanged from the moment it is
/// issued. Drafts are written here; so are the number series and the official exchange rates that invoices need.
/// </summary>
public sealed class InvoicingModule : IModule
{
    public static void Register(ModuleBuilder module) => module
        .Uses<TenancyModule>()
        .Uses<CustomersModule>()
        .Uses<AccessModule>()
        .Uses<LedgerModule>()
        .Runs<MakeDueInvoices>("invoicing.make-due-invoices", cron: "0 5 * * * ?", JobScope.EachTenant)
        .Services.AddScoped<NumberDraw>().AddSingleton<IBulkAct, IssueInBulk>().AddSingleton<IBulkAct, AssignInBulk>();
}
