namespace InvoiceSync.SqlServer;

/// <summary>
/// The sums behind the lists of customers and products by what was sold, as the migration ReportsAndOrigins made them, beside those of
/// <see cref="ReportsSql"/> and by the same rules. Never changed here.
/// </summary>
static class SoldSql
{
    public const string Drift = """
        select distinct N'customers', coalesce(k.sold_in, t.sold_in), coalesce(k.currency, t.currency)
        from invoicing.customer_months k
        full join invoicing.customers_told t on t.tenant_id = k.tenant_id and t.sold_in = k.sold_in and t.currency = k.currency and t.customer_key = k.customer_key
        where exists (
            select coalesce(k.documents, 0), coalesce(k.net, 0), coalesce(k.vat, 0), coalesce(k.gross, 0), coalesce(k.net_ron, 0), coalesce(k.vat_ron, 0), coalesce(k.without_ron, 0)
            except select coalesce(t.documents, 0), coalesce(t.net, 0), coalesce(t.vat, 0), coalesce(t.gross, 0), coalesce(t.net_ron, 0), coalesce(t.vat_ron, 0), coalesce(t.without_ron, 0))
        union all
        select distinct N'products', coalesce(k.sold_in, t.sold_in), coalesce(k.currency, t.currency)
        from invoicing.product_months k
        full join invoicing.products_told t on t.tenant_id = k.tenant_id and t.sold_in = k.sold_in and t.currency = k.currency and t.product_key = k.product_key and t.unit = k.unit
        where exists (
            select coalesce(k.lines, 0), coalesce(k.quantity, 0), coalesce(k.net, 0), coalesce(k.net_ron, 0)
            except select coalesce(t.lines, 0), coalesce(t.quantity, 0), coalesce(t.net, 0), coalesce(t.net_ron, 0))
        """;

    public static IEnumerable<string> Statements =>
    [
        ReportsSql.Alone(LinesOf), ReportsSql.Alone(CustomersTold), ReportsSql.Alone(ProductsTold), ReportsSql.Alone(RollUp), ReportsSql.Alone(Backfill),
        "grant select on [invoicing].[customers_told] to [invoicesync_app], [invoicesync_platform];",
        "grant select on [invoicing].[products_told] to [invoicesync_app], [invoicesync_platform];",
    ];

    public static IEnumerable<string> Down =>
    [
        "drop trigger [invoicing].[invoices_roll_up_sold];", "drop view [invoicing].[customers_told];", "drop view [invoicing].[products_told];", "drop function [invoicing].[lines_of];",
    ];

    // What lines count by product, or by name where a line names none, and by unit.
    const string LinesOf = $"""
        create function [invoicing].[lines_of](@document nvarchar(max)) returns table as return
        select cast(coalesce(json_value(j.value, '$.productId'), left(json_value(j.value, '$.name'), 255)) as nvarchar(255)) {WalledMigrations.Collate} as product_key,
            cast(left(json_value(j.value, '$.name'), 255) as nvarchar(255)) {WalledMigrations.Collate} as name, cast(coalesce(json_value(j.value, '$.unit'), '') as varchar(16)) {WalledMigrations.Collate} as unit,
            cast(n.times * round(cast(json_value(j.value, '$.quantity') as decimal(19, 6)), 4) as decimal(19, 4)) as quantity, n.times * cast(json_value(j.value, '$.net') as decimal(19, 4)) as net,
            cast(n.times * coalesce(round(cast(json_value(j.value, '$.net') as decimal(19, 4)) * s.rate, 2), 0) as decimal(19, 4)) as net_ron
        from openjson(@document, '$.lines') j
        cross join [invoicing].[sale_of](@document) s
        cross join (select case json_value(@document, '$.type') when 'CreditNote' then -1 else 1 end as times) n;
        """;

    const string CustomersTold = """
        create view [invoicing].[customers_told] as
        select i.tenant_id, datefromparts(year(d.day), month(d.day), 1) as sold_in, i.currency, coalesce(i.customer_key, i.buyer_name) as customer_key, max(left(coalesce(json_value(i.document, '$.buyer.name'), i.buyer_name), 255)) as name,
            sum(cast(d.times as bigint)) as documents, sum(d.times * s.net) as net, sum(d.times * s.vat) as vat, sum(d.times * s.gross) as gross,
            coalesce(sum(d.times * s.net_ron), 0) as net_ron, coalesce(sum(d.times * s.vat_ron), 0) as vat_ron, sum(case when s.vat_ron is null then cast(d.times as bigint) else 0 end) as without_ron
        from invoicing.invoices i cross apply (values (i.issued_on, 1), (i.voided_on, -1)) d(day, times) cross apply invoicing.sale_of(i.document) s
        where d.day is not null group by i.tenant_id, datefromparts(year(d.day), month(d.day), 1), i.currency, coalesce(i.customer_key, i.buyer_name);
        """;

    const string ProductsTold = """
        create view [invoicing].[products_told] as
        select i.tenant_id, datefromparts(year(d.day), month(d.day), 1) as sold_in, i.currency, l.product_key, l.unit, max(l.name) as name,
            sum(cast(d.times as bigint)) as lines, sum(d.times * l.quantity) as quantity, sum(d.times * l.net) as net, sum(d.times * l.net_ron) as net_ron
        from invoicing.invoices i cross apply (values (i.issued_on, 1), (i.voided_on, -1)) d(day, times) cross apply invoicing.lines_of(i.document) l
        where d.day is not null group by i.tenant_id, datefromparts(year(d.day), month(d.day), 1), i.currency, l.product_key, l.unit;
        """;

    const string RollUp = """
        create trigger [invoicing].[invoices_roll_up_sold] on [invoicing].[invoices] after insert, update, delete as
        begin
            set nocount on;
            if not exists (select 1 from inserted) and not exists (select 1 from deleted) return;
            if exists (select 1 from inserted) and exists (select 1 from deleted) and not (update(issued_on) or update(voided_on) or update(currency) or update(customer_key) or update(buyer_name) or update(document)) return;
            declare @lock nvarchar(255) = N'invoicing.reports ' + cast((select top 1 tenant_id from (select tenant_id from inserted union all select tenant_id from deleted) i) as nvarchar(36));
            declare @held int;
            exec @held = sp_getapplock @Resource = @lock, @LockMode = 'Exclusive', @LockOwner = 'Transaction';
            if @held < 0 throw 51003, N'the sums of the reports are busy', 1;

            select i.tenant_id, datefromparts(year(d.day), month(d.day), 1) as sold_in, i.currency, coalesce(i.customer_key, i.buyer_name) as customer_key, i.buyer_name, i.document, i.times * d.times as times into #sold
            from (select tenant_id, issued_on, voided_on, currency, customer_key, buyer_name, document, 1 as times from inserted
                union all select tenant_id, issued_on, voided_on, currency, customer_key, buyer_name, document, -1 from deleted) i
            cross apply (values (i.issued_on, 1), (i.voided_on, -1)) d(day, times)
            where d.day is not null;
            with moved as (
                select m.tenant_id, m.sold_in, m.currency, m.customer_key, max(left(coalesce(json_value(m.document, '$.buyer.name'), m.buyer_name), 255)) as name, sum(cast(m.times as bigint)) as documents,
                    sum(m.times * s.net) as net, sum(m.times * s.vat) as vat, sum(m.times * s.gross) as gross,
                    coalesce(sum(m.times * s.net_ron), 0) as net_ron, coalesce(sum(m.times * s.vat_ron), 0) as vat_ron, sum(case when s.vat_ron is null then cast(m.times as bigint) else 0 end) as without_ron
                from #sold m cross apply invoicing.sale_of(m.document) s group by m.tenant_id, m.sold_in, m.currency, m.customer_key)
            merge invoicing.customer_months with (holdlock) as d using moved m
            on d.tenant_id = m.tenant_id and d.sold_in = m.sold_in and d.currency = m.currency and d.customer_key = m.customer_key
            when matched then update set name = case when m.documents > 0 then m.name else d.name end, documents = d.documents + m.documents, net = d.net + m.net, vat = d.vat + m.vat, gross = d.gross + m.gross,
                net_ron = d.net_ron + m.net_ron, vat_ron = d.vat_ron + m.vat_ron, without_ron = d.without_ron + m.without_ron
            when not matched then insert (tenant_id, sold_in, currency, customer_key, name, documents, net, vat, gross, net_ron, vat_ron, without_ron)
                values (m.tenant_id, m.sold_in, m.currency, m.customer_key, m.name, m.documents, m.net, m.vat, m.gross, m.net_ron, m.vat_ron, m.without_ron);
            with moved as (
                select m.tenant_id, m.sold_in, m.currency, l.product_key, l.unit, max(l.name) as name, sum(cast(m.times as bigint)) as lines, sum(m.times * l.quantity) as quantity,
                    sum(m.times * l.net) as net, sum(m.times * l.net_ron) as net_ron
                from #sold m cross apply invoicing.lines_of(m.document) l group by m.tenant_id, m.sold_in, m.currency, l.product_key, l.unit)
            merge invoicing.product_months with (holdlock) as d using moved m
            on d.tenant_id = m.tenant_id and d.sold_in = m.sold_in and d.currency = m.currency and d.product_key = m.product_key and d.unit = m.unit
            when matched then update set name = case when m.lines > 0 then m.name else d.name end, lines = d.lines + m.lines, quantity = d.quantity + m.quantity, net = d.net + m.net, net_ron = d.net_ron + m.net_ron
            when not matched then insert (tenant_id, sold_in, currency, product_key, unit, name, lines, quantity, net, net_ron)
                values (m.tenant_id, m.sold_in, m.currency, m.product_key, m.unit, m.name, m.lines, m.quantity, m.net, m.net_ron);
        end;
        """;

    const string Backfill = """
        exec sys.sp_set_session_context N'platform', 1;
        insert into invoicing.customer_months (tenant_id, sold_in, currency, customer_key, name, documents, net, vat, gross, net_ron, vat_ron, without_ron)
        select tenant_id, sold_in, currency, customer_key, name, documents, net, vat, gross, net_ron, vat_ron, without_ron from invoicing.customers_told;
        insert into invoicing.product_months (tenant_id, sold_in, currency, product_key, unit, name, lines, quantity, net, net_ron)
        select tenant_id, sold_in, currency, product_key, unit, name, lines, quantity, net, net_ron from invoicing.products_told;
        exec sys.sp_set_session_context N'platform', null;
        """;
}
