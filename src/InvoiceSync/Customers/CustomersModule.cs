using InvoiceSync.Kernel.Modules;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Customers;

/// <summary>
/// The two parties of an invoice: our own company, and customers with their tax ids and addresses as Romanian law wants them
/// written; and the products that are sold. Checks here say what is wrong and how to put it right. Invoices copy what they need.
/// </summary>
public sealed class CustomersModule : IModule
{
    public static void Register(ModuleBuilder module) => module.Uses<TenancyModule>();
}
