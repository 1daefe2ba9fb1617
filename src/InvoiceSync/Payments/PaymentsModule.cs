using InvoiceSync.Customers;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel.Modules;
using InvoiceSync.Ledger;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Payments;

/// <summary>
/// Money received from customers and given back to them. A payment settles invoices of one customer; what is left over is the
/// customer's credit, which settles a later one. Nothing is ever removed: a mistake is reversed, and both stay to be seen.
/// </summary>
public sealed class PaymentsModule : IModule
{
    public static void Register(ModuleBuilder module) => module
        .Uses<TenancyModule>()
        .Uses<CustomersModule>()
        .Uses<InvoicingModule>()
        .Uses<LedgerModule>();
}
