using InvoiceSync.Sync;
using Microsoft.Data.SqlClient;

namespace InvoiceSync.SqlServer;

/// <summary>Notices and their work in one commit, for as many tenants as sent at once.</summary>
public sealed class SqlServerInbox(SqlServerConnections connections) : IInboxStore
{
    // The raw bytes travel in base64, which xs:base64Binary turns back; holdlock keeps the gap until commit, so no twin slips in.
    const string Insert = """
        set nocount on;
        insert into sync.inbox (tenant_id, connection_id, event_id, via, type, object_type, object_id, sale_kind, sale_source_id,
            state, why, api_version, created_at, received_at, raw)
        select n.tenant_id, n.connection_id, n.event_id, n.via, n.type, n.object_type, n.object_id, n.sale_kind, n.sale_source_id,
            n.state, n.why, n.api_version, n.created_at, n.received_at,
            cast(n.raw as xml).value('xs:base64Binary(.)', 'varbinary(max)')
        from openjson(@entries) with (
            tenant_id uniqueidentifier '$.Tenant', connection_id uniqueidentifier '$.Connection', event_id varchar(255) '$.EventId',
            via varchar(16) '$.Via', type varchar(100) '$.Type', object_type varchar(100) '$.ObjectType', object_id varchar(255) '$.ObjectId',
            sale_kind varchar(32) '$.SaleKind', sale_source_id varchar(255) '$.SaleId', state varchar(32) '$.State', why nvarchar(500) '$.Why',
            api_version nvarchar(255) '$.ApiVersion', created_at datetimeoffset '$.CreatedAt', received_at datetimeoffset '$.ReceivedAt',
            raw varchar(max) '$.Raw') n
        where not exists (
            select 1 from sync.inbox i with (updlock, holdlock, rowlock)
            where i.tenant_id = n.tenant_id and i.connection_id = n.connection_id and i.event_id = n.event_id);
        """;

    public async Task Store(IReadOnlyList<InboxEntry> entries, CancellationToken ct)
    {
        await using var connection = await connections.OpenPlatform(ct);
        await using var transaction = (SqlTransaction)await connection.BeginTransactionAsync(ct);
        await Run(SessionSql.Platform, static _ => { });
        await Run(Insert, command => command.AddJson("@entries", Rows(entries)));
        if (entries.Where(e => e.Work is not null).Select(e => e.Work!).ToArray() is { Length: > 0 } work)
        {
            await Run(QueueSql.Enqueue, command => QueueSql.Bind(command, work));
            await Run(NoticeSql.Write, command => NoticeSql.Bind(command, [], wakeWorkers: true));
        }

        await transaction.CommitAsync(ct);

        async Task Run(string sql, Action<SqlCommand> bind)
        {
            await using var command = new SqlCommand(sql, connection, transaction);
            bind(command);
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    // One row a key, in one order, so that two writers who meet the same rows take their locks alike.
    static IEnumerable<object> Rows(IEnumerable<InboxEntry> entries) => entries
        .GroupBy(e => (e.Tenant, e.Connection, e.Envelope.EventId))
        .Select(g => g.First())
        .OrderBy(e => e.Tenant.Value).ThenBy(e => e.Envelope.EventId, StringComparer.Ordinal)
        .Select(e => new
        {
            Tenant = e.Tenant.Value,
            Connection = e.Connection.Value,
            e.Envelope.EventId,
            e.Via,
            Type = Cut(e.Envelope.Type, 100),
            ObjectType = Cut(e.Envelope.ObjectType, 100),
            e.Envelope.ObjectId,
            SaleKind = e.Sale?.Kind.ToString(),
            SaleId = e.Sale?.Id,
            State = e.Ignored is null ? "New" : "Ignored",
            Why = Cut(e.Ignored, 500),
            e.Envelope.ApiVersion,
            e.Envelope.CreatedAt,
            e.ReceivedAt,
            Raw = Convert.ToBase64String(e.Raw.Span),
        });

    static string? Cut(string? text, int most) => text is null || text.Length <= most ? text : text[..most];
}
