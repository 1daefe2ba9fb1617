namespace InvoiceSync.SqlServer;

/// <summary>
/// The procedure and the trigger of the ledger, as the migration Ledger made them. SQL Server has no check at the commit: all
/// lines of an entry come in one statement, and the trigger of that statement checks them whole. Never changed here.
/// </summary>
static class LedgerSql
{
    public const string Call = "exec ledger.post_entries @company = @company, @entries = @entries;";

    public const string Rights = "grant execute on [ledger].[post_entries] to [invoicesync_app], [invoicesync_platform];";

    public const string Checks = """
        alter table [ledger].[lines] add
            constraint [ck_lines_amount] check (amount >= 0 and ron >= 0 and amount + ron > 0),
            constraint [ck_lines_side] check (side in ('Debit', 'Credit'));
        """;

    public static string CreatePost => Alone(Post);

    public static string CreateSealed => Alone(Sealed);

    /// <summary>Companies that have invoices from before there was a ledger get the work to post them, once.</summary>
    public static string EnqueueBackfill => Alone(Backfill);

    /// <summary>Adds entries whose fact is not there yet, and answers which those were. One that is there with other amounts is a bug and refused.</summary>
    const string Post = $"""
        create procedure [ledger].[post_entries] @company uniqueidentifier, @entries nvarchar(max) as
        begin
            set nocount on;
            set xact_abort on;
            declare @fence uniqueidentifier = cast(session_context(N'tenant') as uniqueidentifier);
            if @fence is null or @fence <> @company throw 51000, N'entries of one company cannot be posted from the fence of another', 1;

            select * into #given from openjson(@entries) with (
                id uniqueidentifier '$.id', [date] date '$.date', currency char(3) {WalledMigrations.Collate} '$.currency', rate decimal(18, 8) '$.rate', rate_on date '$.rate_on',
                rate_source nvarchar(255) '$.rate_source', source varchar(32) {WalledMigrations.Collate} '$.source', source_id varchar(128) {WalledMigrations.Collate} '$.source_id',
                kind varchar(32) {WalledMigrations.Collate} '$.kind', memo nvarchar(255) '$.memo', amount decimal(19, 4) '$.amount', ron decimal(19, 4) '$.ron', line_count int '$.line_count',
                posted_at datetimeoffset '$.posted_at', posted_by nvarchar(255) '$.posted_by', reverses uniqueidentifier '$.reverses', lines nvarchar(max) '$.lines' as json);
            declare @fresh table (id uniqueidentifier not null primary key);

            -- updlock with holdlock keeps the key, or the gap where it would stand, until the commit.
            insert into ledger.entries (tenant_id, id, [date], currency, rate, rate_on, rate_source, source, source_id, kind, memo, amount, ron, line_count, posted_at, posted_by, reverses)
            output inserted.id into @fresh
            select @company, g.id, g.[date], g.currency, g.rate, g.rate_on, g.rate_source, g.source, g.source_id, g.kind, g.memo, g.amount, g.ron, g.line_count, g.posted_at, g.posted_by, g.reverses
            from (select *, row_number() over (partition by source, source_id, kind order by id) as twin from #given) g
            where g.twin = 1 and not exists (
                select 1 from ledger.entries e with (updlock, holdlock, rowlock)
                where e.tenant_id = @company and e.source = g.source and e.source_id = g.source_id and e.kind = g.kind);

            if exists (
                select 1 from #given g
                inner join ledger.entries e on e.tenant_id = @company and e.source = g.source and e.source_id = g.source_id and e.kind = g.kind
                where e.[date] <> g.[date] or e.currency <> g.currency or e.amount <> g.amount or e.ron <> g.ron or e.line_count <> g.line_count)
                throw 51001, N'a fact that stands in the ledger was posted again with other amounts', 1;

            insert into ledger.lines (tenant_id, id, entry_id, [no], account, side, amount, ron, currency, [date], customer_key, customer_name, detail)
            select @company, l.id, g.id, l.[no], l.account, l.side, l.amount, l.ron, g.currency, g.[date], l.customer_key, l.customer_name, l.detail
            from #given g
            inner join @fresh f on f.id = g.id
            cross apply openjson(g.lines) with (
                id uniqueidentifier '$.id', [no] int '$.no', account varchar(32) '$.account', side varchar(32) '$.side', amount decimal(19, 4) '$.amount', ron decimal(19, 4) '$.ron',
                customer_key nvarchar(128) '$.customer_key', customer_name nvarchar(255) '$.customer_name', detail nvarchar(255) '$.detail') l;
            select id from @fresh;
        end;
        """;

    /// <summary>
    /// After every statement that adds lines: the entries they belong to are whole and balance, in the currency and in RON, so
    /// that nothing can be added later either; then the balances by month follow.
    /// </summary>
    const string Sealed = """
        create trigger [ledger].[lines_sealed] on [ledger].[lines] after insert as
        begin
            set nocount on;
            if exists (
                select 1 from (select distinct tenant_id, entry_id from inserted) i
                inner join ledger.entries e on e.tenant_id = i.tenant_id and e.id = i.entry_id
                cross apply (
                    select count(*) as n, sum(case when l.currency <> e.currency or l.[date] <> e.[date] then 1 else 0 end) as strays,
                        sum(case when l.side = 'Debit' then l.amount else 0 end) as debit, sum(case when l.side = 'Credit' then l.amount else 0 end) as credit,
                        sum(case when l.side = 'Debit' then l.ron else 0 end) as ron_debit, sum(case when l.side = 'Credit' then l.ron else 0 end) as ron_credit
                    from ledger.lines l where l.tenant_id = e.tenant_id and l.entry_id = e.id) t
                where t.n <> e.line_count or t.strays <> 0 or t.debit <> e.amount or t.credit <> e.amount or t.ron_debit <> e.ron or t.ron_credit <> e.ron)
                throw 51002, N'an entry does not balance', 1;

            select tenant_id, account, currency, datefromparts(year([date]), month([date]), 1) as month,
                sum(case when side = 'Debit' then amount else 0 end) as debit, sum(case when side = 'Credit' then amount else 0 end) as credit,
                sum(case when side = 'Debit' then ron else 0 end) as ron_debit, sum(case when side = 'Credit' then ron else 0 end) as ron_credit
            into #moved from inserted group by tenant_id, account, currency, datefromparts(year([date]), month([date]), 1);
            update b set debit = b.debit + m.debit, credit = b.credit + m.credit, ron_debit = b.ron_debit + m.ron_debit, ron_credit = b.ron_credit + m.ron_credit
            from #moved m
            inner loop join ledger.balances b with (updlock, holdlock, rowlock)
                on b.tenant_id = m.tenant_id and b.account = m.account and b.currency = m.currency and b.month = m.month
            option (force order);
            insert into ledger.balances (tenant_id, account, currency, month, debit, credit, ron_debit, ron_credit)
            select m.tenant_id, m.account, m.currency, m.month, m.debit, m.credit, m.ron_debit, m.ron_credit from #moved m
            where not exists (
                select 1 from ledger.balances b with (updlock, holdlock, rowlock)
                where b.tenant_id = m.tenant_id and b.account = m.account and b.currency = m.currency and b.month = m.month);
        end;
        """;

    const string Backfill = """
        exec sys.sp_set_session_context N'platform', 1;
        insert into kernel.work_items (tenant_id, id, name, [key], body, state, again, attempts, due_at, created_at)
        select i.tenant_id, newid(), N'PostOldInvoices', N'', N'{}', 'Ready', 0, 0, todatetimeoffset(sysutcdatetime(), 0), todatetimeoffset(sysutcdatetime(), 0)
        from invoicing.invoices i
        where not exists (select 1 from kernel.work_items w where w.tenant_id = i.tenant_id and w.name = N'PostOldInvoices' and w.[key] = N'')
        group by i.tenant_id;
        exec sys.sp_set_session_context N'platform', null;
        """;

    // A procedure and a trigger must stand alone in a batch, and the idempotent script puts every statement into an IF.
    static string Alone(string statement) => $"exec(N'{statement.Replace("'", "''", StringComparison.Ordinal)}');";
}
