using System.Security.Cryptography;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Audit.Model;

/// <summary>Finds the keys of these people, and makes those that are not there yet; null for a person who was erased.</summary>
interface IPersonKeyStore
{
    Task<IReadOnlyDictionary<string, byte[]?>> Find(TenantId tenant, IReadOnlyCollection<string> subjects, bool make, CancellationToken ct);
}

/// <summary>Keys are made in a commit of their own: they outlast the unit of work that first asked, and nobody waits for its locks.</summary>
sealed class PersonKeyStore(IServiceScopeFactory scopes, MasterKey master, TimeProvider time) : IPersonKeyStore
{
    const int Length = 32;

    public async Task<IReadOnlyDictionary<string, byte[]?>> Find(TenantId tenant, IReadOnlyCollection<string> subjects, bool make, CancellationToken ct)
    {
        try
        {
            return await Once(tenant, subjects, make, ct);
        }
        catch (DbUpdateException)
        {
            return await Once(tenant, subjects, make, ct); // somebody made the same key in the same moment
        }
    }

    async Task<IReadOnlyDictionary<string, byte[]?>> Once(TenantId tenant, IReadOnlyCollection<string> subjects, bool make, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var caller = Caller.System(tenant, "audit");
        scope.ServiceProvider.GetRequiredService<CallerHolder>().Caller = caller;
        var db = scope.ServiceProvider.GetRequiredService<InvoiceSyncDb>();
        var work = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        await using var transaction = await work.Begin(ct);
        var found = await db.PersonKeys.AsNoTracking().Where(k => subjects.Contains(k.Subject)).ToDictionaryAsync(k => k.Subject, k => Unwrap(tenant, k), ct);
        foreach (var subject in make ? subjects.Where(s => !found.ContainsKey(s)) : [])
        {
            var key = found[subject] = RandomNumberGenerator.GetBytes(Length);
            db.Add(new PersonKey { Subject = subject, Wrapped = master.Seal(Purpose(tenant, subject), Convert.ToBase64String(key!)), CreatedAt = time.GetUtcNow() });
        }

        await work.Commit(transaction, caller, "audit.make-person-keys", ct);
        return found;
    }

    byte[]? Unwrap(TenantId tenant, PersonKey row) =>
        row.Wrapped is { } box ? Convert.FromBase64String(master.Open(Purpose(tenant, row.Subject), box)) : null;

    public static string Purpose(TenantId tenant, string subject) => $"audit person {tenant} {subject}";
}
