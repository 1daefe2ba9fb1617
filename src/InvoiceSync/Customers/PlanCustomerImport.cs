using InvoiceSync.Customers.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Customers;

/// <summary>Looks what importing a CSV file of customers would do, and does nothing: at most 5,000 rows and 2 MB of UTF-8.</summary>
[Requires("customer.create")]
public sealed record PlanCustomerImport(byte[] File) : IQuery<CustomerImportPlan>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<PlanCustomerImport, CustomerImportPlan>
    {
        public async Task<CustomerImportPlan> Handle(PlanCustomerImport query, CancellationToken ct) => (await ImportedCustomers.Read(db, query.File, ct)).Plan;
    }
}
