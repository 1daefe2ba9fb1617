using InvoiceSync.Customers;
using InvoiceSync.Kernel.Modules;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Invoicing;

/// <summary>
/// The canonical invoice: exactly one for each sale, in the words of EN 16931, unchanged from the moment it is issued. It
/// also keeps the number series and the official exchange rates that invoices in other currencies need.
/// </summary>
public sealed class InvoicingModule : IModule
{
    public static void Register(ModuleBuilder module) => module
        .Uses<TenancyModule>()
        .Uses<CustomersModule>();
}
