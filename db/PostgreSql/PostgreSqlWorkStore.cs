using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Work;
using Npgsql;
using NpgsqlTypes;

namespace InvoiceSync.PostgreSql;

/// <summary>The work queue over PostgreSQL, as the platform role: a worker serves all tenants.</summary>
public sealed class PostgreSqlWorkStore(PostgreSqlSources sources) : IWorkStore
{
    public async Task<IReadOnlyList<LeasedWork>> Claim(Guid node, int take, int eachTenant, IReadOnlyCollection<TenantId> busy, DateTimeOffset now, TimeSpan lease, CancellationToken ct)
    {
        await using var command = sources.Platform.CreateCommand(QueueSql.Claim);
        command.Parameters.Add(new() { Value = now });
        QueueSql.Add(command.Parameters, busy.Select(t => t.Value).ToArray(), NpgsqlDbType.Uuid);
        command.Parameters.Add(new() { Value = take });
        command.Parameters.Add(new() { Value = eachTenant });
        command.Parameters.Add(new() { Value = now + lease });
        command.Parameters.Add(new() { Value = node });
        var claimed = new List<LeasedWork>();
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
            claimed.Add(new(new(rows.GetGuid(0)), rows.GetGuid(1), rows.GetString(2), rows.GetString(3), rows.GetString(4), rows.GetInt32(5)));
        return claimed;
    }

    public async Task Complete(Guid node, IReadOnlyList<LeasedWork> done, DateTimeOffset now, CancellationToken ct)
    {
        await using var command = sources.Platform.CreateCommand(QueueSql.Complete);
        Keys(command, done);
        QueueSql.Add(command.Parameters, done.Select(w => w.Attempt).ToArray(), NpgsqlDbType.Integer);
        command.Parameters.Add(new() { Value = node });
        await command.ExecuteNonQueryAsync(ct);
    }

    public async Task Fail(Guid node, LeasedWork work, string problem, DateTimeOffset? retryAt, CancellationToken ct)
    {
        await using var command = sources.Platform.CreateCommand(QueueSql.Fail);
        command.Parameters.Add(new() { Value = work.Tenant.Value });
        command.Parameters.Add(new() { Value = work.Id });
        command.Parameters.Add(new() { Value = work.Attempt });
        command.Parameters.Add(new() { Value = node });
        command.Parameters.Add(new() { Value = problem });
        command.Parameters.Add(new() { Value = (object?)retryAt ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        await command.ExecuteNonQueryAsync(ct);
    }

    public async Task Renew(Guid node, IReadOnlyList<LeasedWork> running, DateTimeOffset until, CancellationToken ct)
    {
        await using var command = sources.Platform.CreateCommand(QueueSql.Renew);
        Keys(command, running);
        command.Parameters.Add(new() { Value = node });
        command.Parameters.Add(new() { Value = until });
        await command.ExecuteNonQueryAsync(ct);
    }

    public async Task<int> Reclaim(DateTimeOffset now, CancellationToken ct)
    {
        await using var command = sources.Platform.CreateCommand(QueueSql.Reclaim);
        command.Parameters.Add(new() { Value = now });
        return await command.ExecuteNonQueryAsync(ct);
    }

    static void Keys(NpgsqlCommand command, IReadOnlyList<LeasedWork> work)
    {
        QueueSql.Add(command.Parameters, work.Select(w => w.Tenant.Value).ToArray(), NpgsqlDbType.Uuid);
        QueueSql.Add(command.Parameters, work.Select(w => w.Id).ToArray(), NpgsqlDbType.Uuid);
    }
}
