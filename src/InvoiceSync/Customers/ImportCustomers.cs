using System.Globalization;
using InvoiceSync.Customers.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Customers;

/// <summary>Makes customers of the rows of a CSV file that are not here already: all of them, or none when a single row is wrong. Answers how many.</summary>
[Requires("customer.create")]
public sealed record ImportCustomers(byte[] File) : ICommand<int>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<ImportCustomers, int>
    {
        public async Task<int> Handle(ImportCustomers command, CancellationToken ct)
        {
            var import = await ImportedCustomers.Read(db, command.File, ct);
            Rule.Require(import.Plan.Faults.Count == 0, ImportErrors.Faulty);
            var now = time.GetUtcNow();
            foreach (var check in import.New)
            {
                var customer = new Customer { Id = time.New<CustomerId>(), CreatedAt = now };
                customer.Describe(check, now);
                db.Add(customer);
            }

            db.Note(new("customer.imported", "customer") { Details = new Dictionary<string, string> { ["customers"] = import.New.Count.ToString(CultureInfo.InvariantCulture) } });
            return import.New.Count;
        }
    }
}
