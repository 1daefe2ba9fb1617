using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Customers.Model;

/// <summary>A file of customers beside those who are here: the plan of its import, and the rows that would become customers.</summary>
sealed record ImportedCustomers(CustomerImportPlan Plan, IReadOnlyList<CustomerCheck> New)
{
    // A list of parameters has an end in every database.
    const int AtOnce = 500;

    public static async Task<ImportedCustomers> Read(InvoiceSyncDb db, byte[] file, CancellationToken ct)
    {
        var lines = CustomerTable.Read(file);
        var faults = lines.SelectMany(l => l.Errors.Select(e => new CustomerImportPlan.Fault(l.Number, l.Check.Details.Name, e))).ToList();
        var known = await Known(db, [.. lines.SelectMany(l => Marks(l.Check)).Distinct()], ct);
        var (fresh, twins) = (new List<CustomerCheck>(), new List<CustomerImportPlan.Twin>());
        foreach (var line in lines)
        {
            var marks = Marks(line.Check).ToList();
            if (marks.FirstOrDefault(known.ContainsKey) is { } mark) twins.Add(new(line.Number, line.Check.Details.Name, known[mark]));
            else fresh.Add(line.Check);
            foreach (var one in marks) known.TryAdd(one, null);
        }

        return new(new(lines.Count, fresh.Count, faults, twins), fresh);
    }

    // By what a customer is known again: its tax number, else its e-mail. Branches of one company share a number and are no new customers.
    static IEnumerable<string> Marks(CustomerCheck check)
    {
        if (check.Numbers.PersonalNumber is { } person) yield return person;
        else if (check.Numbers.TaxId is { } number) yield return number;
        if (check.Details.Email is { } email) yield return email;
    }

    static async Task<Dictionary<string, CustomerId?>> Known(InvoiceSyncDb db, IReadOnlyList<string> marks, CancellationToken ct)
    {
        var known = new Dictionary<string, CustomerId?>();
        foreach (var chunk in marks.Chunk(AtOnce))
        {
            List<string?> some = [.. chunk];
            var persons = chunk.Where(Cnp.IsValid).Select(digits => new PersonalNumber(digits)).ToList();
            var found = await db.Customers.AsNoTracking().Where(c => c.ArchivedAt == null && (some.Contains(c.TaxId) || some.Contains(c.Email) || persons.Contains(c.PersonalNumber!)))
                .Select(c => new { c.Id, c.TaxId, c.Email, c.PersonalNumber }).ToListAsync(ct);
            foreach (var one in found)
                foreach (var mark in (string?[])[one.TaxId, one.Email, one.PersonalNumber?.Digits])
                    if (mark is not null) known.TryAdd(mark, one.Id);
        }

        return known;
    }
}
