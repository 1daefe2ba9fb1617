namespace InvoiceSync.PostgreSql;

/// <summary>
/// The sums behind the reports of sales, tax and what is open, as the migration Reports made them: what a document counts, the trigger that
/// keeps the sums, and the same added up anew. Never changed here: another version is another migration.
/// </summary>
static class ReportsSql
{
    /// <summary>
    /// What one document counts; a credit note (BT-3 381) has positive figures and means negative ones; a void invoice
    /// counts once more on the day of its void, with the other sign, as in the ledger. RON as in the ledger: the total at the document's rate, less the VAT in RON that the document fixes
    /// (BT-111); of several rates the one with the most VAT takes what rounding leaves, so that tax and sales agree to the ban.
    /// </summary>
    public const string Counted = """
        create function invoicing.sale_of(document jsonb) returns table (net numeric, vat numeric, gross numeric, rate numeric, net_ron numeric, vat_ron numeric)
        language sql immutable parallel safe as $sale$
            select s.net, s.vat, s.gross, s.rate, case when s.is_ron then s.net else round(s.gross * s.rate, 2) - s.vat_ron end, s.vat_ron
            from (
                select g.net, g.vat, g.gross, g.is_ron, case when g.is_ron then 1 else g.rate end as rate, case when g.is_ron then g.vat when g.rate is not null then g.vat_ron end as vat_ron
                from (
                    select n.times * (document #>> '{totals,taxExclusive}')::numeric as net, n.times * (document #>> '{totals,vat}')::numeric as vat, n.times * (document #>> '{totals,taxInclusive}')::numeric as gross,
                        document ->> 'currency' = 'RON' as is_ron, (document #>> '{vatInRon,rate}')::numeric as rate, n.times * (document #>> '{vatInRon,amount}')::numeric as vat_ron
                    from (select case when document ->> 'type' = 'CreditNote' then -1 else 1 end as times) n) g) s
        $sale$;
        create function invoicing.tax_of(document jsonb) returns table (supplied_in date, category text, rate numeric, taxable numeric, tax numeric, taxable_ron numeric, tax_ron numeric)
        language sql immutable parallel safe as $tax$
            select date_trunc('month', coalesce(document ->> 'periodEnd', document ->> 'issuedOn')::timestamp)::date, v.category, v.rate, v.taxable, v.tax,
                case when document ->> 'currency' = 'RON' then v.taxable when v.is_last then v.net_ron - coalesce(sum(v.taxable_ron) over before, 0) else v.taxable_ron end,
                case when document ->> 'currency' = 'RON' then v.tax when v.is_last then v.vat_ron - coalesce(sum(v.tax_ron) over before, 0) else v.tax_ron end
            from (
                select e.vat ->> 'category' as category, (e.vat ->> 'rate')::numeric as rate, n.times * (e.vat ->> 'taxableAmount')::numeric as taxable, n.times * (e.vat ->> 'tax')::numeric as tax,
                    n.times * round((e.vat ->> 'taxableAmount')::numeric * s.rate, 2) as taxable_ron, n.times * round((e.vat ->> 'tax')::numeric * s.rate, 2) as tax_ron, s.net_ron, s.vat_ron,
                    row_number() over smallest as no, row_number() over smallest = count(*) over () as is_last
                from jsonb_array_elements(document -> 'vat') with ordinality e(vat, at)
                cross join invoicing.sale_of(document) s
                cross join (select case when document ->> 'type' = 'CreditNote' then -1 else 1 end as times) n
                window smallest as (order by abs((e.vat ->> 'tax')::numeric), e.at)) v
            window before as (order by v.no rows between unbounded preceding and 1 preceding)
        $tax$;
        """;

    /// <summary>
    /// Sums follow the invoices in the commit, whoever writes them. The trigger waits for the end of the transaction and takes the
    /// company's lock there: who holds it waits for nothing any more, so that no two commits can wait for each other.
    /// </summary>
    public const string RollUp = """
        create function invoicing.lock_reports(company uuid) returns void language sql as $lock$
            select pg_advisory_xact_lock(hashtextextended('invoicing.reports ' || company::text, 0))
        $lock$;
        create function invoicing.count_on(i invoicing.invoices, day date, times integer) returns void language plpgsql as $count$
        begin
            insert into invoicing.sales_days as d (tenant_id, issued_on, currency, source, documents, net, vat, gross, net_ron, vat_ron, without_ron)
            select i.tenant_id, day, i.currency, i.source, times, times * s.net, times * s.vat, times * s.gross, times * coalesce(s.net_ron, 0), times * coalesce(s.vat_ron, 0),
                case when s.vat_ron is null then times else 0 end
            from invoicing.sale_of(i.document) s
            on conflict (tenant_id, issued_on, currency, source) do update
                set documents = d.documents + excluded.documents, net = d.net + excluded.net, vat = d.vat + excluded.vat, gross = d.gross + excluded.gross,
                    net_ron = d.net_ron + excluded.net_ron, vat_ron = d.vat_ron + excluded.vat_ron, without_ron = d.without_ron + excluded.without_ron;
            insert into invoicing.tax_days as d (tenant_id, issued_on, supplied_in, currency, category, rate, documents, taxable, tax, taxable_ron, tax_ron)
            select i.tenant_id, day, t.supplied_in, i.currency, t.category, t.rate, times,
                times * sum(t.taxable), times * sum(t.tax), times * coalesce(sum(t.taxable_ron), 0), times * coalesce(sum(t.tax_ron), 0)
            from invoicing.tax_of(i.document) t group by t.supplied_in, t.category, t.rate
            on conflict (tenant_id, issued_on, supplied_in, currency, category, rate) do update
                set documents = d.documents + excluded.documents, taxable = d.taxable + excluded.taxable, tax = d.tax + excluded.tax,
                    taxable_ron = d.taxable_ron + excluded.taxable_ron, tax_ron = d.tax_ron + excluded.tax_ron;
        end $count$;
        create function invoicing.count_document(i invoicing.invoices, times integer) returns void language plpgsql as $count$
        begin
            perform invoicing.count_on(i, i.issued_on, times);
            if i.voided_on is not null then perform invoicing.count_on(i, i.voided_on, -times); end if;
        end $count$;
        create function invoicing.roll_up() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $roll$
        begin
            perform invoicing.lock_reports(coalesce(new.tenant_id, old.tenant_id));
            if tg_op <> 'INSERT' then perform invoicing.count_document(old, -1); end if;
            if tg_op <> 'DELETE' then perform invoicing.count_document(new, 1); end if;
            return null;
        end $roll$;
        create constraint trigger invoices_roll_up after insert or delete or update of issued_on, voided_on, currency, source, document on invoicing.invoices
            deferrable initially deferred for each row execute function invoicing.roll_up();
        create function invoicing.count_open(i invoicing.invoices, times integer) returns void language plpgsql as $count$
        begin
            if i.open = 0 and i.open_ron = 0 then return; end if;
            insert into invoicing.due_days as d (tenant_id, due_on, currency, documents, open, open_ron)
            values (i.tenant_id, i.due_on, i.currency, case when i.open <> 0 then times else 0 end, times * i.open, times * i.open_ron)
            on conflict (tenant_id, due_on, currency) do update
                set documents = d.documents + excluded.documents, open = d.open + excluded.open, open_ron = d.open_ron + excluded.open_ron;
        end $count$;
        create function invoicing.roll_up_due() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $roll$
        begin
            perform invoicing.lock_reports(coalesce(new.tenant_id, old.tenant_id));
            if tg_op <> 'INSERT' then perform invoicing.count_open(old, -1); end if;
            if tg_op <> 'DELETE' then perform invoicing.count_open(new, 1); end if;
            return null;
        end $roll$;
        create constraint trigger invoices_roll_up_due after insert or delete or update of due_on, currency, open, open_ron on invoicing.invoices
            deferrable initially deferred for each row execute function invoicing.roll_up_due();
        alter table invoicing.invoices enable always trigger invoices_roll_up;
        alter table invoicing.invoices enable always trigger invoices_roll_up_due;
        """;

    /// <summary>The same, added up from the documents, and where it differs from what is kept. Each is one statement: it sees one moment.</summary>
    public const string Anew = """
        create function invoicing.sales_told() returns table (tenant_id uuid, issued_on date, currency text, source text, documents bigint,
            net numeric, vat numeric, gross numeric, net_ron numeric, vat_ron numeric, without_ron bigint) language sql stable as $told$
            select i.tenant_id, d.day, i.currency::text, i.source, sum(d.times), sum(d.times * s.net), sum(d.times * s.vat), sum(d.times * s.gross),
                coalesce(sum(d.times * s.net_ron), 0), coalesce(sum(d.times * s.vat_ron), 0), coalesce(sum(d.times) filter (where s.vat_ron is null), 0)
            from invoicing.invoices i
            cross join lateral (values (i.issued_on, 1), (i.voided_on, -1)) d(day, times)
            cross join lateral invoicing.sale_of(i.document) s
            where d.day is not null group by 1, 2, 3, 4
        $told$;
        create function invoicing.tax_told() returns table (tenant_id uuid, issued_on date, supplied_in date, currency text, category text, rate numeric, documents bigint,
            taxable numeric, tax numeric, taxable_ron numeric, tax_ron numeric) language sql stable as $told$
            select i.tenant_id, d.day, t.supplied_in, i.currency::text, t.category, t.rate, sum(d.times), sum(d.times * t.taxable), sum(d.times * t.tax), sum(d.times * t.taxable_ron), sum(d.times * t.tax_ron)
            from invoicing.invoices i
            cross join lateral (values (i.issued_on, 1), (i.voided_on, -1)) d(day, times)
            cross join lateral (
                select p.supplied_in, p.category, p.rate, sum(p.taxable) as taxable, sum(p.tax) as tax, coalesce(sum(p.taxable_ron), 0) as taxable_ron, coalesce(sum(p.tax_ron), 0) as tax_ron
                from invoicing.tax_of(i.document) p group by 1, 2, 3) t
            where d.day is not null group by 1, 2, 3, 4, 5, 6
        $told$;
        create function invoicing.sales_drift() returns table (day date, currency text) language sql stable as $drift$
            select coalesce(k.issued_on, t.issued_on), coalesce(k.currency::text, t.currency)
            from invoicing.sales_days k
            full join invoicing.sales_told() t on t.tenant_id = k.tenant_id and t.issued_on = k.issued_on and t.currency = k.currency::text and t.source = k.source
            where (coalesce(k.documents, 0), coalesce(k.net, 0), coalesce(k.vat, 0), coalesce(k.gross, 0), coalesce(k.net_ron, 0), coalesce(k.vat_ron, 0), coalesce(k.without_ron, 0))
                <> (coalesce(t.documents, 0), coalesce(t.net, 0), coalesce(t.vat, 0), coalesce(t.gross, 0), coalesce(t.net_ron, 0), coalesce(t.vat_ron, 0), coalesce(t.without_ron, 0))
        $drift$;
        create function invoicing.tax_drift() returns table (day date, currency text) language sql stable as $drift$
            select coalesce(k.issued_on, t.issued_on), coalesce(k.currency::text, t.currency)
            from invoicing.tax_days k
            full join invoicing.tax_told() t on t.tenant_id = k.tenant_id and t.issued_on = k.issued_on and t.supplied_in = k.supplied_in
                and t.currency = k.currency::text and t.category = k.category and t.rate = k.rate
            where (coalesce(k.documents, 0), coalesce(k.taxable, 0), coalesce(k.tax, 0), coalesce(k.taxable_ron, 0), coalesce(k.tax_ron, 0))
                <> (coalesce(t.documents, 0), coalesce(t.taxable, 0), coalesce(t.tax, 0), coalesce(t.taxable_ron, 0), coalesce(t.tax_ron, 0))
        $drift$;
        create function invoicing.due_told() returns table (tenant_id uuid, due_on date, currency text, documents bigint, open numeric, open_ron numeric) language sql stable as $told$
            select i.tenant_id, i.due_on, i.currency::text, count(*), sum(i.open), sum(i.open_ron) from invoicing.invoices i where i.open <> 0 group by 1, 2, 3
        $told$;
        create function invoicing.due_drift() returns table (day date, currency text) language sql stable as $drift$
            select coalesce(k.due_on, t.due_on), coalesce(k.currency::text, t.currency)
            from invoicing.due_days k
            full join invoicing.due_told() t on t.tenant_id = k.tenant_id and t.due_on = k.due_on and t.currency = k.currency::text
            where (coalesce(k.documents, 0), coalesce(k.open, 0), coalesce(k.open_ron, 0)) <> (coalesce(t.documents, 0), coalesce(t.open, 0), coalesce(t.open_ron, 0))
        $drift$;
        create function invoicing.recount_reports(company uuid) returns void language plpgsql as $recount$
        begin
            perform set_config('app.tenant', company::text, true);
            perform invoicing.lock_reports(company);
            delete from invoicing.sales_days where tenant_id = company;
            delete from invoicing.tax_days where tenant_id = company;
            delete from invoicing.due_days where tenant_id = company;
            insert into invoicing.sales_days (tenant_id, issued_on, currency, source, documents, net, vat, gross, net_ron, vat_ron, without_ron)
            select t.tenant_id, t.issued_on, t.currency, t.source, t.documents, t.net, t.vat, t.gross, t.net_ron, t.vat_ron, t.without_ron from invoicing.sales_told() t;
            insert into invoicing.tax_days (tenant_id, issued_on, supplied_in, currency, category, rate, documents, taxable, tax, taxable_ron, tax_ron)
            select t.tenant_id, t.issued_on, t.supplied_in, t.currency, t.category, t.rate, t.documents, t.taxable, t.tax, t.taxable_ron, t.tax_ron from invoicing.tax_told() t;
            insert into invoicing.due_days (tenant_id, due_on, currency, documents, open, open_ron)
            select t.tenant_id, t.due_on, t.currency, t.documents, t.open, t.open_ron from invoicing.due_told() t;
        end $recount$;
        """;

    public const string Rights = """
        revoke all on function invoicing.lock_reports from public;
        revoke all on function invoicing.count_on from public;
        revoke all on function invoicing.count_document from public;
        revoke all on function invoicing.count_open from public;
        revoke all on function invoicing.roll_up from public;
        revoke all on function invoicing.roll_up_due from public;
        revoke all on function invoicing.recount_reports from public;
        """;

    /// <summary>Invoices from before there were sums: counted in the migration itself, while its triggers keep everybody else waiting.</summary>
    public const string Backfill = """
        do $backfill$
        declare
            company uuid;
        begin
            for company in select t.id from tenancy.tenants t loop
                perform invoicing.recount_reports(company);
            end loop;
            perform set_config('app.tenant', '', true);
        end $backfill$;
        """;

    public const string Down = """
        drop trigger invoices_roll_up on invoicing.invoices;
        drop trigger invoices_roll_up_due on invoicing.invoices;
        drop function invoicing.recount_reports, invoicing.sales_drift, invoicing.tax_drift, invoicing.due_drift, invoicing.sales_told, invoicing.tax_told, invoicing.due_told,
            invoicing.roll_up, invoicing.roll_up_due, invoicing.count_document, invoicing.count_on, invoicing.count_open, invoicing.lock_reports, invoicing.tax_of, invoicing.sale_of;
        """;
}
