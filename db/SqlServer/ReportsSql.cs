namespace InvoiceSync.SqlServer;

/// <summary>
/// The sums behind the reports of sales, tax and what is open, as the migration Reports made them. SQL Server has no trigger that waits for the
/// commit: the sums follow each statement, behind a lock of the company that is held until its end. Never changed here.
/// </summary>
static class ReportsSql
{
    public const string Drift = """
        select N'sales', coalesce(k.issued_on, t.issued_on), coalesce(k.currency, t.currency)
        from invoicing.sales_days k
        full join invoicing.sales_told t on t.tenant_id = k.tenant_id and t.issued_on = k.issued_on and t.currency = k.currency and t.source = k.source
        where exists (
            select coalesce(k.documents, 0), coalesce(k.net, 0), coalesce(k.vat, 0), coalesce(k.gross, 0), coalesce(k.net_ron, 0), coalesce(k.vat_ron, 0), coalesce(k.without_ron, 0)
            except select coalesce(t.documents, 0), coalesce(t.net, 0), coalesce(t.vat, 0), coalesce(t.gross, 0), coalesce(t.net_ron, 0), coalesce(t.vat_ron, 0), coalesce(t.without_ron, 0))
        union all
        select N'tax', coalesce(k.issued_on, t.issued_on), coalesce(k.currency, t.currency)
        from invoicing.tax_days k
        full join invoicing.tax_told t on t.tenant_id = k.tenant_id and t.issued_on = k.issued_on and t.supplied_in = k.supplied_in and t.currency = k.currency and t.category = k.category and t.rate = k.rate
        where exists (
            select coalesce(k.documents, 0), coalesce(k.taxable, 0), coalesce(k.tax, 0), coalesce(k.taxable_ron, 0), coalesce(k.tax_ron, 0)
            except select coalesce(t.documents, 0), coalesce(t.taxable, 0), coalesce(t.tax, 0), coalesce(t.taxable_ron, 0), coalesce(t.tax_ron, 0))
        union all
        select N'aging', coalesce(k.due_on, t.due_on), coalesce(k.currency, t.currency)
        from invoicing.due_days k
        full join invoicing.due_told t on t.tenant_id = k.tenant_id and t.due_on = k.due_on and t.currency = k.currency
        where exists (
            select coalesce(k.documents, 0), coalesce(k.[open], 0), coalesce(k.open_ron, 0)
            except select coalesce(t.documents, 0), coalesce(t.[open], 0), coalesce(t.open_ron, 0))
        """;

    public static IEnumerable<string> Statements =>
    [
        Alone(SaleOf), Alone(TaxOf), Alone(SalesTold), Alone(TaxTold), Alone(DueTold), Alone(RollUp), Alone(RollUpDue), Alone(Backfill),
        "grant select on [invoicing].[sales_told] to [invoicesync_app], [invoicesync_platform];",
        "grant select on [invoicing].[tax_told] to [invoicesync_app], [invoicesync_platform];",
        "grant select on [invoicing].[due_told] to [invoicesync_app], [invoicesync_platform];",
    ];

    public static IEnumerable<string> Down =>
    [
        "drop trigger [invoicing].[invoices_roll_up];", "drop trigger [invoicing].[invoices_roll_up_due];", "drop view [invoicing].[due_told];", "drop view [invoicing].[sales_told];", "drop view [invoicing].[tax_told];",
        "drop function [invoicing].[tax_of];", "drop function [invoicing].[sale_of];",
    ];

    const string SaleOf = """
        create function [invoicing].[sale_of](@document nvarchar(max)) returns table as return
        select s.net, s.vat, s.gross, s.rate, cast(case when s.is_ron = 1 then s.net else round(s.gross * s.rate, 2) - s.vat_ron end as decimal(19, 4)) as net_ron, s.vat_ron
        from (
            select g.net, g.vat, g.gross, g.is_ron, case when g.is_ron = 1 then 1 else g.rate end as rate, case when g.is_ron = 1 then g.vat when g.rate is not null then g.vat_ron end as vat_ron
            from (
                select n.times * cast(json_value(@document, '$.totals.taxExclusive') as decimal(19, 4)) as net, n.times * cast(json_value(@document, '$.totals.vat') as decimal(19, 4)) as vat,
                    n.times * cast(json_value(@document, '$.totals.taxInclusive') as decimal(19, 4)) as gross, case json_value(@document, '$.currency') when 'RON' then 1 else 0 end as is_ron,
                    cast(json_value(@document, '$.vatInRon.rate') as decimal(18, 8)) as rate, n.times * cast(json_value(@document, '$.vatInRon.amount') as decimal(19, 4)) as vat_ron
                from (select case json_value(@document, '$.type') when 'CreditNote' then -1 else 1 end as times) n) g) s;
        """;

    const string TaxOf = $"""
        create function [invoicing].[tax_of](@document nvarchar(max)) returns table as return
        select cast(datefromparts(year(v.supplied_on), month(v.supplied_on), 1) as date) as supplied_in, v.category, v.rate, v.taxable, v.tax,
            cast(case when v.is_ron = 1 then v.taxable when v.[no] = v.[last] then v.net_ron - coalesce(sum(v.taxable_ron) over (order by v.[no] rows between unbounded preceding and 1 preceding), 0) else v.taxable_ron end as decimal(19, 4)) as taxable_ron,
            cast(case when v.is_ron = 1 then v.tax when v.[no] = v.[last] then v.vat_ron - coalesce(sum(v.tax_ron) over (order by v.[no] rows between unbounded preceding and 1 preceding), 0) else v.tax_ron end as decimal(19, 4)) as tax_ron
        from (
            select cast(coalesce(json_value(@document, '$.periodEnd'), json_value(@document, '$.issuedOn')) as date) as supplied_on, e.category, e.rate, e.taxable, e.tax,
                round(e.taxable * s.rate, 2) as taxable_ron, round(e.tax * s.rate, 2) as tax_ron, s.net_ron, s.vat_ron, case json_value(@document, '$.currency') when 'RON' then 1 else 0 end as is_ron,
                row_number() over (order by abs(e.tax), e.at) as [no], count(*) over () as [last]
            from (
                select cast(j.[key] as int) as at, cast(json_value(j.value, '$.category') as varchar(32)) {WalledMigrations.Collate} as category, cast(json_value(j.value, '$.rate') as decimal(19, 4)) as rate,
                    n.times * cast(json_value(j.value, '$.taxableAmount') as decimal(19, 4)) as taxable, n.times * cast(json_value(j.value, '$.tax') as decimal(19, 4)) as tax
                from openjson(@document, '$.vat') j
                cross join (select case json_value(@document, '$.type') when 'CreditNote' then -1 else 1 end as times) n) e
            cross join [invoicing].[sale_of](@document) s) v;
        """;

    const string SalesTold = """
        create view [invoicing].[sales_told] as
        select i.tenant_id, d.day as issued_on, i.currency, i.source, sum(cast(d.times as bigint)) as documents, sum(d.times * s.net) as net, sum(d.times * s.vat) as vat, sum(d.times * s.gross) as gross,
            coalesce(sum(d.times * s.net_ron), 0) as net_ron, coalesce(sum(d.times * s.vat_ron), 0) as vat_ron, sum(case when s.vat_ron is null then cast(d.times as bigint) else 0 end) as without_ron
        from invoicing.invoices i cross apply (values (i.issued_on, 1), (i.voided_on, -1)) d(day, times) cross apply invoicing.sale_of(i.document) s
        where d.day is not null group by i.tenant_id, d.day, i.currency, i.source;
        """;

    const string TaxTold = """
        create view [invoicing].[tax_told] as
        select i.tenant_id, d.day as issued_on, t.supplied_in, i.currency, t.category, t.rate, sum(cast(d.times as bigint)) as documents, sum(d.times * t.taxable) as taxable, sum(d.times * t.tax) as tax,
            sum(d.times * t.taxable_ron) as taxable_ron, sum(d.times * t.tax_ron) as tax_ron
        from invoicing.invoices i
        cross apply (values (i.issued_on, 1), (i.voided_on, -1)) d(day, times)
        cross apply (
            select p.supplied_in, p.category, p.rate, sum(p.taxable) as taxable, sum(p.tax) as tax, coalesce(sum(p.taxable_ron), 0) as taxable_ron, coalesce(sum(p.tax_ron), 0) as tax_ron
            from invoicing.tax_of(i.document) p group by p.supplied_in, p.category, p.rate) t
        where d.day is not null group by i.tenant_id, d.day, t.supplied_in, i.currency, t.category, t.rate;
        """;

    const string RollUp = """
        create trigger [invoicing].[invoices_roll_up] on [invoicing].[invoices] after insert, update, delete as
        begin
            set nocount on;
            if not exists (select 1 from inserted) and not exists (select 1 from deleted) return;
            if exists (select 1 from inserted) and exists (select 1 from deleted) and not (update(issued_on) or update(voided_on) or update(currency) or update(source) or update(document)) return;
            declare @lock nvarchar(255) = N'invoicing.reports ' + cast((select top 1 tenant_id from (select tenant_id from inserted union all select tenant_id from deleted) i) as nvarchar(36));
            declare @held int;
            exec @held = sp_getapplock @Resource = @lock, @LockMode = 'Exclusive', @LockOwner = 'Transaction';
            if @held < 0 throw 51003, N'the sums of the reports are busy', 1;

            select i.tenant_id, d.day as issued_on, i.currency, i.source, i.document, i.times * d.times as times into #moved
            from (select tenant_id, issued_on, voided_on, currency, source, document, 1 as times from inserted
                union all select tenant_id, issued_on, voided_on, currency, source, document, -1 from deleted) i
            cross apply (values (i.issued_on, 1), (i.voided_on, -1)) d(day, times)
            where d.day is not null;
            with moved as (
                select m.tenant_id, m.issued_on, m.currency, m.source, sum(cast(m.times as bigint)) as documents, sum(m.times * s.net) as net, sum(m.times * s.vat) as vat, sum(m.times * s.gross) as gross,
                    coalesce(sum(m.times * s.net_ron), 0) as net_ron, coalesce(sum(m.times * s.vat_ron), 0) as vat_ron, sum(case when s.vat_ron is null then cast(m.times as bigint) else 0 end) as without_ron
                from #moved m cross apply invoicing.sale_of(m.document) s group by m.tenant_id, m.issued_on, m.currency, m.source)
            merge invoicing.sales_days with (holdlock) as d using moved m
            on d.tenant_id = m.tenant_id and d.issued_on = m.issued_on and d.currency = m.currency and d.source = m.source
            when matched then update set documents = d.documents + m.documents, net = d.net + m.net, vat = d.vat + m.vat, gross = d.gross + m.gross,
                net_ron = d.net_ron + m.net_ron, vat_ron = d.vat_ron + m.vat_ron, without_ron = d.without_ron + m.without_ron
            when not matched then insert (tenant_id, issued_on, currency, source, documents, net, vat, gross, net_ron, vat_ron, without_ron)
                values (m.tenant_id, m.issued_on, m.currency, m.source, m.documents, m.net, m.vat, m.gross, m.net_ron, m.vat_ron, m.without_ron);
            with parts as (
                select m.tenant_id, m.issued_on, t.supplied_in, m.currency, t.category, t.rate, m.times, sum(t.taxable) as taxable, sum(t.tax) as tax,
                    coalesce(sum(t.taxable_ron), 0) as taxable_ron, coalesce(sum(t.tax_ron), 0) as tax_ron
                from (select *, row_number() over (order by (select null)) as at from #moved) m cross apply invoicing.tax_of(m.document) t
                group by m.at, m.tenant_id, m.issued_on, t.supplied_in, m.currency, t.category, t.rate, m.times),
            moved as (
                select tenant_id, issued_on, supplied_in, currency, category, rate, sum(cast(times as bigint)) as documents, sum(times * taxable) as taxable, sum(times * tax) as tax,
                    sum(times * taxable_ron) as taxable_ron, sum(times * tax_ron) as tax_ron
                from parts group by tenant_id, issued_on, supplied_in, currency, category, rate)
            merge invoicing.tax_days with (holdlock) as d using moved m
            on d.tenant_id = m.tenant_id and d.issued_on = m.issued_on and d.supplied_in = m.supplied_in and d.currency = m.currency and d.category = m.category and d.rate = m.rate
            when matched then update set documents = d.documents + m.documents, taxable = d.taxable + m.taxable, tax = d.tax + m.tax, taxable_ron = d.taxable_ron + m.taxable_ron, tax_ron = d.tax_ron + m.tax_ron
            when not matched then insert (tenant_id, issued_on, supplied_in, currency, category, rate, documents, taxable, tax, taxable_ron, tax_ron)
                values (m.tenant_id, m.issued_on, m.supplied_in, m.currency, m.category, m.rate, m.documents, m.taxable, m.tax, m.taxable_ron, m.tax_ron);
        end;
        """;

    const string DueTold = """
        create view [invoicing].[due_told] as
        select i.tenant_id, i.due_on, i.currency, count_big(*) as documents, sum(i.[open]) as [open], sum(i.open_ron) as open_ron
        from invoicing.invoices i where i.[open] <> 0 group by i.tenant_id, i.due_on, i.currency;
        """;

    const string RollUpDue = """
        create trigger [invoicing].[invoices_roll_up_due] on [invoicing].[invoices] after insert, update, delete as
        begin
            set nocount on;
            if not exists (select 1 from inserted) and not exists (select 1 from deleted) return;
            if exists (select 1 from inserted) and exists (select 1 from deleted) and not (update(due_on) or update(currency) or update([open]) or update(open_ron)) return;
            declare @lock nvarchar(255) = N'invoicing.reports ' + cast((select top 1 tenant_id from (select tenant_id from inserted union all select tenant_id from deleted) i) as nvarchar(36));
            declare @held int;
            exec @held = sp_getapplock @Resource = @lock, @LockMode = 'Exclusive', @LockOwner = 'Transaction';
            if @held < 0 throw 51003, N'the sums of the reports are busy', 1;

            with moved as (
                select i.tenant_id, i.due_on, i.currency, sum(case when i.[open] <> 0 then cast(i.times as bigint) else 0 end) as documents, sum(i.times * i.[open]) as [open], sum(i.times * i.open_ron) as open_ron
                from (select tenant_id, due_on, currency, [open], open_ron, 1 as times from inserted
                    union all select tenant_id, due_on, currency, [open], open_ron, -1 from deleted) i
                where i.[open] <> 0 or i.open_ron <> 0 group by i.tenant_id, i.due_on, i.currency)
            merge invoicing.due_days with (holdlock) as d using moved m on d.tenant_id = m.tenant_id and d.due_on = m.due_on and d.currency = m.currency
            when matched then update set documents = d.documents + m.documents, [open] = d.[open] + m.[open], open_ron = d.open_ron + m.open_ron
            when not matched then insert (tenant_id, due_on, currency, documents, [open], open_ron) values (m.tenant_id, m.due_on, m.currency, m.documents, m.[open], m.open_ron);
        end;
        """;

    const string Backfill = """
        exec sys.sp_set_session_context N'platform', 1;
        insert into invoicing.sales_days (tenant_id, issued_on, currency, source, documents, net, vat, gross, net_ron, vat_ron, without_ron)
        select tenant_id, issued_on, currency, source, documents, net, vat, gross, net_ron, vat_ron, without_ron from invoicing.sales_told;
        insert into invoicing.tax_days (tenant_id, issued_on, supplied_in, currency, category, rate, documents, taxable, tax, taxable_ron, tax_ron)
        select tenant_id, issued_on, supplied_in, currency, category, rate, documents, taxable, tax, taxable_ron, tax_ron from invoicing.tax_told;
        insert into invoicing.due_days (tenant_id, due_on, currency, documents, [open], open_ron) select tenant_id, due_on, currency, documents, [open], open_ron from invoicing.due_told;
        exec sys.sp_set_session_context N'platform', null;
        """;

    // What must stand alone in a batch is wrapped, for the idempotent script puts every statement into an IF.
    public static string Alone(string statement) => $"exec(N'{statement.Replace("'", "''", StringComparison.Ordinal)}');";
}
