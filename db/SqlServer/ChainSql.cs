namespace InvoiceSync.SqlServer;

/// <summary>
/// The procedure of the audit log, as the migration AuditChain made it. It runs along the owner's chain; the roles may execute
/// it and read, nothing else. Never changed here: another version is another migration.
/// </summary>
static class ChainSql
{
    /// <summary>Wrapped, because a procedure must stand alone in its batch and the idempotent script puts every statement into an IF.</summary>
    public static string Create => $"exec(N'{Append.Replace("'", "''", StringComparison.Ordinal)}');";

    public const string Call = "exec audit.append_entries @chain = @chain, @entries = @entries;";

    /// <summary>
    /// Numbers, links and hashes entries under the lock of the tenant's head row. Bytes travel in hexadecimal. A session
    /// without tenant writes into the installation's chain and stays in its fence.
    /// </summary>
    const string Append = """
        create procedure [audit].[append_entries] @chain uniqueidentifier, @entries nvarchar(max) as
        begin
            set nocount on;
            set xact_abort on;
            declare @fence uniqueidentifier = cast(session_context(N'tenant') as uniqueidentifier);
            if @fence is null and @chain = '00000000-0000-7000-8000-000000000001'
            begin
                exec sys.sp_set_session_context N'tenant', @chain, @read_only = 1;
                set @fence = @chain;
            end;
            if @fence is null or @fence <> @chain throw 51000, N'entries of one company cannot be written from the fence of another', 1;

            declare @seq bigint, @link binary(32), @at datetimeoffset(6), @i int = 0, @n int, @given datetimeoffset(6), @payload varbinary(max), @prev binary(32);
            -- SQL Server keeps the first three parts of a uniqueidentifier little-endian; the chain hashes them in the order they are written.
            declare @raw binary(16) = cast(@chain as binary(16));
            declare @tenant binary(16) = cast(reverse(substring(@raw, 1, 4)) as binary(4)) + cast(reverse(substring(@raw, 5, 2)) as binary(2))
                + cast(reverse(substring(@raw, 7, 2)) as binary(2)) + substring(@raw, 9, 8);
            select * into #new from openjson(@entries) with (
                i int '$.I', id uniqueidentifier '$.Id', at datetimeoffset(6) '$.At', event_type nvarchar(255) '$.EventType', actor_type nvarchar(16) '$.ActorType',
                actor_id nvarchar(255) '$.ActorId', actor_name varchar(max) '$.ActorName', resource_type nvarchar(255) '$.ResourceType', resource_id nvarchar(255) '$.ResourceId',
                action nvarchar(255) '$.Action', status nvarchar(16) '$.Status', metadata nvarchar(max) '$.Metadata', changes nvarchar(max) '$.Changes',
                ip_address varchar(max) '$.IpAddress', user_agent varchar(max) '$.UserAgent', request_id nvarchar(255) '$.RequestId', subject nvarchar(255) '$.Subject',
                address_mark varchar(max) '$.AddressMark', payload varchar(max) '$.Payload');
            alter table #new add prev binary(32) null, hash binary(32) null, moment datetimeoffset(6) null;

            select @seq = seq, @link = hash, @at = at from audit.heads with (updlock, holdlock, rowlock) where tenant_id = @chain;
            if @seq is null
            begin
                select @seq = 0, @link = 0x0000000000000000000000000000000000000000000000000000000000000000, @at = '1970-01-01T00:00:00+00:00';
                insert into audit.heads (tenant_id, seq, hash, at) values (@chain, @seq, @link, @at);
            end;
            select @n = count(*) from #new;
            while @i < @n
            begin
                select @given = at, @payload = convert(varbinary(max), payload, 2) from #new where i = @i;
                if @given > @at set @at = @given;
                set @prev = @link;
                set @link = hashbytes('SHA2_256', 0x0001 + @tenant + cast(@seq + @i + 1 as binary(8)) + cast(datediff_big(microsecond, '1970-01-01T00:00:00+00:00', @at) as binary(8))
                    + @prev + cast(cast(datalength(@payload) as int) as binary(4)) + @payload);
                update #new set prev = @prev, hash = @link, moment = @at where i = @i;
                set @i = @i + 1;
            end;
            insert into audit.log (tenant_id, seq, id, created_at, event_type, actor_type, actor_id, actor_name, resource_type, resource_id, action, status,
                metadata, changes, ip_address, user_agent, request_id, subject, address_mark, payload, prev, hash)
            select @chain, @seq + i + 1, id, moment, event_type, actor_type, actor_id, convert(varbinary(max), actor_name, 2), resource_type, resource_id, action, status,
                metadata, changes, convert(varbinary(max), ip_address, 2), convert(varbinary(max), user_agent, 2), request_id, subject,
                convert(varbinary(max), address_mark, 2), convert(varbinary(max), payload, 2), prev, hash from #new;
            update audit.heads set seq = @seq + @n, hash = @link, at = @at where tenant_id = @chain;
        end;
        """;
}
