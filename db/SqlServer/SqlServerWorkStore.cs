using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Work;
using Microsoft.Data.SqlClient;

namespace InvoiceSync.SqlServer;

/// <summary>The work queue over SQL Server, past the fence: a worker serves all tenants.</summary>
public sealed class SqlServerWorkStore(SqlServerConnections connections) : IWorkStore
{
    public async Task<IReadOnlyList<LeasedWork>> Claim(Guid node, int take, int eachTenant, IReadOnlyCollection<TenantId> busy, DateTimeOffset now, TimeSpan lease, CancellationToken ct)
    {
        await using var connection = await connections.OpenPlatform(ct);
        await using var command = new SqlCommand(QueueSql.Claim, connection);
        command.AddTime("@now", now);
        command.AddJson("@busy", busy.Select(t => t.Value));
        command.Parameters.AddWithValue("@take", take);
        command.Parameters.AddWithValue("@each", eachTenant);
        command.AddTime("@until", now + lease);
        command.Parameters.AddWithValue("@node", node);
        var claimed = new List<LeasedWork>();
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
            claimed.Add(new(new(rows.GetGuid(0)), rows.GetGuid(1), rows.GetString(2), rows.GetString(3), rows.GetString(4), rows.GetInt32(5)));
        return claimed;
    }

    public Task Complete(Guid node, IReadOnlyList<LeasedWork> done, DateTimeOffset now, CancellationToken ct) =>
        Run(QueueSql.Complete, node, command => Keys(command, done), ct);

    public Task Fail(Guid node, LeasedWork work, string problem, DateTimeOffset? retryAt, CancellationToken ct) =>
        Run(QueueSql.Fail, node, command =>
        {
            command.Parameters.AddWithValue("@tenant", work.Tenant.Value);
            command.Parameters.AddWithValue("@id", work.Id);
            command.Parameters.AddWithValue("@attempt", work.Attempt);
            command.Parameters.AddWithValue("@problem", problem);
            command.AddTime("@retry", retryAt);
        }, ct);

    public Task Renew(Guid node, IReadOnlyList<LeasedWork> running, DateTimeOffset until, CancellationToken ct) =>
        Run(QueueSql.Renew, node, command =>
        {
            Keys(command, running);
            command.AddTime("@until", until);
        }, ct);

    public async Task<int> Reclaim(DateTimeOffset now, CancellationToken ct)
    {
        await using var connection = await connections.OpenPlatform(ct);
        await using var command = new SqlCommand(QueueSql.Reclaim, connection);
        command.AddTime("@now", now);
        return (int)(await command.ExecuteScalarAsync(ct))!;
    }

    async Task Run(string sql, Guid node, Action<SqlCommand> bind, CancellationToken ct)
    {
        await using var connection = await connections.OpenPlatform(ct);
        await using var command = new SqlCommand(sql, connection);
        command.Parameters.AddWithValue("@node", node);
        bind(command);
        await command.ExecuteNonQueryAsync(ct);
    }

    static void Keys(SqlCommand command, IReadOnlyList<LeasedWork> work) =>
        command.AddJson("@work", work.Select(w => new { Tenant = w.Tenant.Value, w.Id, w.Attempt }));
}
