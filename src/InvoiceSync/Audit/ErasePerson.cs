using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>
/// Destroys the key of one person's fields (usr_…, cus_…, or the id of whom they are about): name, addresses and mail can never
/// be read again, and the chain still holds.
/// </summary>
[Requires("user.manage")]
[StepUp]
public sealed record ErasePerson(string Person) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, PersonKeys keys, TimeProvider time) : IHandle<ErasePerson, Done>
    {
        public async Task<Done> Handle(ErasePerson command, CancellationToken ct)
        {
            Rule.Require(!string.IsNullOrWhiteSpace(command.Person), AuditErrors.PersonMissing);
            var row = await db.PersonKeys.SingleOrDefaultAsync(k => k.Subject == command.Person, ct);
            // A person nobody wrote of yet leaves a mark too, so that nothing of theirs is written from now on.
            if (row is null) db.Add(row = new() { Subject = command.Person, CreatedAt = time.GetUtcNow() });
            (row.Wrapped, row.ErasedAt) = (null, time.GetUtcNow());
            db.Note(new("person.erased", "person", command.Person));
            keys.Forget(db.Scope.Tenant!.Value, command.Person);
            return default;
        }
    }
}
