namespace InvoiceSync.SqlServer;

/// <summary>
/// How months leave the audit log, as the migration AuditArchive made it. The procedures run as the schema's owner; the roles may
/// execute them, nothing else. Never changed here: another version is another migration.
/// </summary>
static class ArchiveSql
{
    public const string CallNote = "exec audit.note_archived @chain = @chain, @day = @day, @upto = @upto, @head = @head, @frontier = @frontier, @root = @root, @name = @name, @digest = @digest, @bytes = @bytes;";

    public const string CallDrop = "declare @refused nvarchar(100); exec audit.drop_month @chain = @chain, @day = @day, @refused = @refused output; select @refused;";

    public const string CallNoteDeleted = "exec audit.note_file_deleted @chain = @chain, @day = @day;";

    /// <summary>Wrapped, because a procedure must stand alone in its batch and the idempotent script puts every statement into an IF.</summary>
    public static IEnumerable<string> Create =>
    [
        .. ((string[])[NoteArchived, DropMonth, NoteFileDeleted]).Select(p => $"exec(N'{p.Replace("'", "''", StringComparison.Ordinal)}');"),
        .. ((string[])["note_archived", "drop_month", "note_file_deleted"]).Select(p => $"grant execute on [audit].[{p}] to [invoicesync_app], [invoicesync_platform];"),
    ];

    /// <summary>The row that says a month lies in a file. What can be computed from the log is not believed but computed.</summary>
    const string NoteArchived = """
        create procedure [audit].[note_archived] @chain uniqueidentifier, @day date, @upto bigint, @head varbinary(32), @frontier varbinary(max), @root varbinary(32),
            @name nvarchar(255), @digest varbinary(32), @bytes bigint as
        begin
            set nocount on;
            set xact_abort on;
            declare @fence uniqueidentifier = cast(session_context(N'tenant') as uniqueidentifier);
            if @fence is null or @fence <> @chain throw 51000, N'months of one company cannot be archived from the fence of another', 1;
            declare @first datetimeoffset(6) = todatetimeoffset(cast(@day as datetime2(6)), 0);
            declare @next datetimeoffset(6) = dateadd(month, 1, @first);
            if day(@day) <> 1 or @next > dateadd(year, -1, sysdatetimeoffset()) throw 51000, N'a month is archived when it is over for a year', 1;
            declare @since bigint = coalesce((select max(size) from audit.archives where tenant_id = @chain), 0);
            if @upto <= @since
                or (select count_big(*) from audit.log where tenant_id = @chain and seq > @since and seq <= @upto and created_at < @next) <> @upto - @since
                or exists (select 1 from audit.log where tenant_id = @chain and seq > @upto and created_at < @next)
                or not exists (select 1 from audit.log where tenant_id = @chain and seq = @upto and hash = @head and created_at >= @first and created_at < @next)
                throw 51000, N'what is to be archived is not what the log holds of that month', 1;
            insert into audit.archives (tenant_id, month, first_seq, size, head, frontier, root, [file], digest, bytes, archived_at)
            values (@chain, @day, @since + 1, @upto, @head, @frontier, @root, @name, @digest, @bytes, sysdatetimeoffset());
        end;
        """;

    /// <summary>
    /// One company's rows of one month, in one transaction. The trigger that stops every plain statement is off only inside it, and
    /// holds the table's lock meanwhile: nobody else's statement meets it switched off.
    /// </summary>
    const string DropMonth = """
        create procedure [audit].[drop_month] @chain uniqueidentifier, @day date, @refused nvarchar(100) output with execute as owner as
        begin
            set nocount on;
            set xact_abort on;
            set lock_timeout 500;
            declare @fence uniqueidentifier = cast(session_context(N'tenant') as uniqueidentifier);
            if @fence is null or @fence <> @chain throw 51000, N'months of one company cannot be dropped from the fence of another', 1;
            declare @first datetimeoffset(6) = todatetimeoffset(cast(@day as datetime2(6)), 0);
            declare @next datetimeoffset(6) = dateadd(month, 1, @first), @seq bigint, @hash varbinary(max), @size bigint, @kept varbinary(max), @archived datetimeoffset;
            select @size = size, @kept = head, @archived = archived_at from audit.archives where tenant_id = @chain and month = @day and dropped_at is null;
            select top (1) @seq = seq, @hash = hash from audit.log where tenant_id = @chain and created_at >= @first and created_at < @next order by seq desc;
            set @refused = case
                when day(@day) <> 1 or @next > dateadd(year, -1, sysdatetimeoffset()) then N'younger than a year'
                when @size is null or @seq is null or @size <> @seq or @kept <> @hash then N'not archived'
                when @archived >= dateadd(day, -1, sysdatetimeoffset()) then N'archived less than a day ago'
                when not exists (select 1 from audit.checkpoints c join audit.anchored o on o.tenant_id = c.tenant_id and o.size >= c.size
                    where c.tenant_id = @chain and c.size >= @seq) then N'not anchored'
                else N'' end;
            if @refused <> N'' return;
            begin transaction;
            disable trigger [audit].[log_refuse_change] on [audit].[log];
            delete from audit.log where tenant_id = @chain and created_at >= @first and created_at < @next;
            enable trigger [audit].[log_refuse_change] on [audit].[log];
            update audit.archives set dropped_at = sysdatetimeoffset() where tenant_id = @chain and month = @day;
            commit transaction;
        end;
        """;

    /// <summary>Says that the file of a month was let go after seven years. Its row stays: first and last entry, head and root.</summary>
    const string NoteFileDeleted = """
        create procedure [audit].[note_file_deleted] @chain uniqueidentifier, @day date as
        begin
            set nocount on;
            declare @fence uniqueidentifier = cast(session_context(N'tenant') as uniqueidentifier);
            if @fence is null or @fence <> @chain throw 51000, N'archives of one company cannot be deleted from the fence of another', 1;
            update audit.archives set file_deleted_at = sysdatetimeoffset()
            where tenant_id = @chain and month = @day and dropped_at is not null and file_deleted_at is null
                and dateadd(month, 1, todatetimeoffset(cast(month as datetime2(6)), 0)) < dateadd(year, -7, sysdatetimeoffset());
            if @@rowcount = 0 throw 51000, N'an archive is deleted after seven years, once its month has left the log', 1;
        end;
        """;
}
