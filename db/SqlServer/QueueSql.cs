using InvoiceSync.Kernel.Data;
using Microsoft.Data.SqlClient;

namespace InvoiceSync.SqlServer;

/// <summary>The statements of the work queue.</summary>
static class QueueSql
{
    /// <summary>
    /// A waiting twin takes the newer body and the earlier time; a running one is asked to run again; a dead one lives again.
    /// updlock with holdlock keeps the key, or the gap where it would stand, until commit, so nobody inserts a twin between
    /// the two statements.
    /// </summary>
    public const string Enqueue = $"""
        set nocount on;
        declare @new table (
            tenant_id uniqueidentifier not null, id uniqueidentifier not null, name nvarchar(255) {WalledMigrations.Collate} not null,
            [key] nvarchar(255) {WalledMigrations.Collate} not null, body nvarchar(max) not null, due_at datetimeoffset not null);
        insert into @new (tenant_id, id, name, [key], body, due_at)
        select tenant_id, id, name, [key], body, due_at
        from openjson(@work) with (
            tenant_id uniqueidentifier '$.Tenant', id uniqueidentifier '$.Id', name nvarchar(255) '$.Name', [key] nvarchar(255) '$.Key',
            body nvarchar(max) '$.Body', due_at datetimeoffset '$.Due');

        update w set
            body = n.body,
            again = case when w.state = 'Running' then 1 else 0 end,
            state = case when w.state in ('Dead', 'Aside') then 'Ready' else w.state end,
            attempts = case when w.state in ('Dead', 'Aside') then 0 else w.attempts end,
            problem = case when w.state in ('Dead', 'Aside') then null else w.problem end,
            due_at = case when w.state = 'Ready' and w.due_at < n.due_at then w.due_at else n.due_at end
        from @new n
        inner loop join kernel.work_items w with (updlock, holdlock, rowlock)
            on w.tenant_id = n.tenant_id and w.name = n.name and w.[key] = n.[key];

        insert into kernel.work_items (tenant_id, id, name, [key], body, state, again, attempts, due_at, created_at)
        select n.tenant_id, n.id, n.name, n.[key], n.body, 'Ready', 0, 0, n.due_at, todatetimeoffset(sysutcdatetime(), 0)
        from @new n
        where not exists (
            select 1 from kernel.work_items w with (updlock, holdlock, rowlock)
            where w.tenant_id = n.tenant_id and w.name = n.name and w.[key] = n.[key]);
        """;

    /// <summary>Hops from tenant to tenant along the index, then takes a few rows of each, skipping what others hold.</summary>
    public const string Claim = $"""
        set nocount on;
        set xact_abort on;
        {SessionSql.Platform}
        declare @hop uniqueidentifier = '00000000-0000-0000-0000-000000000000';
        declare @turn table (tenant_id uniqueidentifier not null primary key);
        declare @picked table (
            tenant_id uniqueidentifier not null, id uniqueidentifier not null, name nvarchar(255) not null, [key] nvarchar(255) not null,
            body nvarchar(max) not null, attempts int not null);
        while 1 = 1
        begin
            set @hop = (
                select top (1) tenant_id from kernel.work_items with (readpast, readcommittedlock)
                where state = 'Ready' and due_at <= @now and tenant_id > @hop order by tenant_id);
            if @hop is null break;
            insert into @turn (tenant_id) values (@hop);
        end;

        begin transaction;
        insert into @picked (tenant_id, id, name, [key], body, attempts)
        select top (@take) due.tenant_id, due.id, due.name, due.[key], due.body, due.attempts + 1
        from (
            select top (@take) tenant_id from @turn
            where tenant_id not in (select b.tenant_id from openjson(@busy) with (tenant_id uniqueidentifier '$') b)
            order by newid()) turn
        cross apply (
            select top (@each) x.tenant_id, x.id, x.name, x.[key], x.body, x.attempts
            from kernel.work_items x with (updlock, readpast, rowlock, readcommittedlock)
            where x.tenant_id = turn.tenant_id and x.state = 'Ready' and x.due_at <= @now
            order by x.due_at) due;

        update w set state = 'Running', attempts = p.attempts, lease_until = @until, lease_by = @node
        from @picked p
        inner loop join kernel.work_items w on w.tenant_id = p.tenant_id and w.id = p.id;
        commit transaction;

        select tenant_id, id, name, [key], body, attempts from @picked;
        """;

    /// <summary>Two statements, no transaction: between them a row asked for again only runs out of its lease.</summary>
    public const string Complete = $"""
        set nocount on;
        {SessionSql.Platform}
        declare @done table (tenant_id uniqueidentifier not null, id uniqueidentifier not null, attempt int not null);
        insert into @done (tenant_id, id, attempt)
        select tenant_id, id, attempt
        from openjson(@work) with (tenant_id uniqueidentifier '$.Tenant', id uniqueidentifier '$.Id', attempt int '$.Attempt');

        delete w from @done d
        inner loop join kernel.work_items w on w.tenant_id = d.tenant_id and w.id = d.id
        where w.attempts = d.attempt and w.lease_by = @node and w.again = 0;

        update w set state = 'Ready', again = 0, attempts = 0, problem = null, lease_until = null, lease_by = null
        from @done d
        inner loop join kernel.work_items w on w.tenant_id = d.tenant_id and w.id = d.id
        where w.attempts = d.attempt and w.lease_by = @node and w.again = 1;
        """;

    public const string Fail = $"""
        {SessionSql.Platform}
        update kernel.work_items
        set state = case when again = 1 or @retry is not null then 'Ready' else 'Dead' end,
            again = 0, problem = left(@problem, 2000), due_at = coalesce(@retry, due_at), lease_until = null, lease_by = null
        where tenant_id = @tenant and id = @id and attempts = @attempt and lease_by = @node;
        """;

    public const string Renew = $"""
        {SessionSql.Platform}
        update w set lease_until = @until
        from openjson(@work) with (tenant_id uniqueidentifier '$.Tenant', id uniqueidentifier '$.Id') r
        inner loop join kernel.work_items w on w.tenant_id = r.tenant_id and w.id = r.id
        where w.lease_by = @node;
        """;

    public const string Reclaim = $"""
        set nocount on;
        {SessionSql.Platform}
        update kernel.work_items set state = 'Ready', lease_until = null, lease_by = null where state = 'Running' and lease_until < @now;
        select @@rowcount;
        """;

    public static void Bind(SqlCommand command, IReadOnlyList<NewWork> work) =>
        // One row a key, as one statement cannot merge a key twice; in one order, so that two commits rarely meet crosswise.
        command.AddJson("@work", work
            .GroupBy(w => (w.Tenant, w.Name, w.Key))
            .Select(g => g.Last())
            .OrderBy(w => w.Tenant.Value).ThenBy(w => w.Name, StringComparer.Ordinal).ThenBy(w => w.Key, StringComparer.Ordinal)
            .Select(w => new { Tenant = w.Tenant.Value, Id = Guid.CreateVersion7(w.Due), w.Name, w.Key, w.Body, w.Due }));
}
