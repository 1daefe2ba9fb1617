using System.Text.Json;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace InvoiceSync.Kernel.Work;

/// <summary>Puts a command into the queue from outside a use case: for timetables.</summary>
public sealed class Enqueuer(DatabaseFactory databases, TimeProvider time)
{
    public async Task Add(TenantId tenant, Type command, string key, CancellationToken ct)
    {
        var body = JsonSerializer.Serialize(Activator.CreateInstance(command), command, StoredJson.Options);
        await using var db = databases.Open(DbScope.Platform);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Dialect.Enter(db.Database.GetDbConnection(), transaction.GetDbTransaction(), db.Scope, ct);
        await db.Dialect.Enqueue(db, [new NewWork(tenant, command.Name, key, body, time.GetUtcNow())], ct);
        await db.Dialect.Announce(db, [], wakeWorkers: true, ct);
        await transaction.CommitAsync(ct);
    }
}
