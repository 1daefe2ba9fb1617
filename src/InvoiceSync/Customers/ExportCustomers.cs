using System.Globalization;
using InvoiceSync.Customers.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Customers;

/// <summary>The customers as a CSV file that can be imported again, without formulas and with only the last digits of a CNP. The log tells who took it.</summary>
[Requires("export")]
public sealed record ExportCustomers(bool Archived = false) : IQuery<string>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<ExportCustomers, string>
    {
        const int Most = 100_000;

        public async Task<string> Handle(ExportCustomers query, CancellationToken ct)
        {
            Rule.Require(who.Caller.May("customer.read"), CallerErrors.PermissionMissing);
            var customers = await db.Customers.AsNoTracking().Where(c => query.Archived ? c.ArchivedAt != null : c.ArchivedAt == null).OrderBy(c => c.SearchName).Take(Most).ToListAsync(ct);
            db.Note(new("customer.exported", "customer") { Details = new Dictionary<string, string> { ["customers"] = customers.Count.ToString(CultureInfo.InvariantCulture) } });
            return CustomerTable.Write(customers.Select(c => c.Details));
        }
    }
}
