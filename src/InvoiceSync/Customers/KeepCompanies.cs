using InvoiceSync.Customers.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Customers;

/// <summary>Keeps what the register said of companies, instead of what it said before.</summary>
[Requires("customer.read")]
public sealed record KeepCompanies(IReadOnlyList<CompanyRecord> Companies) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<KeepCompanies, Done>
    {
        public async Task<Done> Handle(KeepCompanies command, CancellationToken ct)
        {
            var cuis = command.Companies.Select(c => c.Cui).ToList();
            var kept = await db.StoredCompanies.Where(c => cuis.Contains(c.Cui)).ToDictionaryAsync(c => c.Cui, ct);
            foreach (var company in command.Companies)
            {
                if (!kept.TryGetValue(company.Cui, out var row)) db.Add(row = new StoredCompany { Cui = company.Cui });
                (row.Record, row.AskedAt) = (company, time.GetUtcNow());
            }

            return default;
        }
    }
}
