namespace InvoiceSync.PostgreSql;

/// <summary>
/// The sums behind the lists of customers and products by what was sold, as the migration ReportsAndOrigins made them, beside those of
/// <see cref="ReportsSql"/> and by the same rules. Never changed here: another version is another migration.
/// </summary>
static class SoldSql
{
    /// <summary>
    /// What the lines of a document count: by product, or by name where a line names none, and by unit, since hours and pieces make no sum. Nets are
    /// those of the lines, before what is off the document as a whole.
    /// </summary>
    public const string Counted = """
        create function invoicing.lines_of(document jsonb) returns table (product_key text, name text, unit text, quantity numeric, net numeric, net_ron numeric)
        language sql immutable parallel safe as $lines$
            select coalesce(l.line ->> 'productId', left(l.line ->> 'name', 255)), left(l.line ->> 'name', 255), coalesce(l.line ->> 'unit', ''), n.times * round((l.line ->> 'quantity')::numeric, 4),
                n.times * (l.line ->> 'net')::numeric, n.times * coalesce(round((l.line ->> 'net')::numeric * s.rate, 2), 0)
            from jsonb_array_elements(document -> 'lines') l(line)
            cross join invoicing.sale_of(document) s
            cross join (select case when document ->> 'type' = 'CreditNote' then -1 else 1 end as times) n
        $lines$;
        create function invoicing.month_of(day date) returns date language sql immutable parallel safe as $month$ select date_trunc('month', day::timestamp)::date $month$;
        """;

    /// <summary>As of the other sums: at the commit, behind the company's lock. A name is that of the newest document that counted.</summary>
    public const string RollUp = """
        create function invoicing.count_sold_on(i invoicing.invoices, day date, times integer) returns void language plpgsql as $count$
        begin
            insert into invoicing.customer_months as m (tenant_id, sold_in, currency, customer_key, name, documents, net, vat, gross, net_ron, vat_ron, without_ron)
            select i.tenant_id, invoicing.month_of(day), i.currency, coalesce(i.customer_key, i.buyer_name), left(coalesce(i.document #>> '{buyer,name}', i.buyer_name), 255), times, times * s.net, times * s.vat, times * s.gross,
                times * coalesce(s.net_ron, 0), times * coalesce(s.vat_ron, 0), case when s.vat_ron is null then times else 0 end
            from invoicing.sale_of(i.document) s
            on conflict (tenant_id, sold_in, currency, customer_key) do update
                set name = case when excluded.documents > 0 then excluded.name else m.name end, documents = m.documents + excluded.documents, net = m.net + excluded.net, vat = m.vat + excluded.vat,
                    gross = m.gross + excluded.gross, net_ron = m.net_ron + excluded.net_ron, vat_ron = m.vat_ron + excluded.vat_ron, without_ron = m.without_ron + excluded.without_ron;
            insert into invoicing.product_months as m (tenant_id, sold_in, currency, product_key, unit, name, lines, quantity, net, net_ron)
            select i.tenant_id, invoicing.month_of(day), i.currency, l.product_key, l.unit, max(l.name), times * count(*), times * sum(l.quantity), times * sum(l.net), times * sum(l.net_ron)
            from invoicing.lines_of(i.document) l group by l.product_key, l.unit
            on conflict (tenant_id, sold_in, currency, product_key, unit) do update
                set name = case when excluded.lines > 0 then excluded.name else m.name end, lines = m.lines + excluded.lines, quantity = m.quantity + excluded.quantity,
                    net = m.net + excluded.net, net_ron = m.net_ron + excluded.net_ron;
        end $count$;
        create function invoicing.count_sold(i invoicing.invoices, times integer) returns void language plpgsql as $count$
        begin
            perform invoicing.count_sold_on(i, i.issued_on, times);
            if i.voided_on is not null then perform invoicing.count_sold_on(i, i.voided_on, -times); end if;
        end $count$;
        create function invoicing.roll_up_sold() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $roll$
        begin
            perform invoicing.lock_reports(coalesce(new.tenant_id, old.tenant_id));
            if tg_op <> 'INSERT' then perform invoicing.count_sold(old, -1); end if;
            if tg_op <> 'DELETE' then perform invoicing.count_sold(new, 1); end if;
            return null;
        end $roll$;
        create constraint trigger invoices_roll_up_sold after insert or delete or update of issued_on, voided_on, currency, customer_key, buyer_name, document on invoicing.invoices
            deferrable initially deferred for each row execute function invoicing.roll_up_sold();
        alter table invoicing.invoices enable always trigger invoices_roll_up_sold;
        """;

    /// <summary>The same, added up from the documents, and where it differs from what is kept.</summary>
    public const string Anew = """
        create function invoicing.customers_told() returns table (tenant_id uuid, sold_in date, currency text, customer_key text, name text, documents bigint,
            net numeric, vat numeric, gross numeric, net_ron numeric, vat_ron numeric, without_ron bigint) language sql stable as $told$
            select i.tenant_id, invoicing.month_of(d.day), i.currency::text, coalesce(i.customer_key, i.buyer_name)::text, (array_agg(left(coalesce(i.document #>> '{buyer,name}', i.buyer_name), 255) order by i.id desc))[1],
                sum(d.times), sum(d.times * s.net), sum(d.times * s.vat), sum(d.times * s.gross),
                coalesce(sum(d.times * s.net_ron), 0), coalesce(sum(d.times * s.vat_ron), 0), coalesce(sum(d.times) filter (where s.vat_ron is null), 0)
            from invoicing.invoices i
            cross join lateral (values (i.issued_on, 1), (i.voided_on, -1)) d(day, times)
            cross join lateral invoicing.sale_of(i.document) s
            where d.day is not null group by 1, 2, 3, 4
        $told$;
        create function invoicing.products_told() returns table (tenant_id uuid, sold_in date, currency text, product_key text, unit text, name text, lines bigint,
            quantity numeric, net numeric, net_ron numeric) language sql stable as $told$
            select i.tenant_id, invoicing.month_of(d.day), i.currency::text, l.product_key, l.unit, (array_agg(l.name order by i.id desc))[1],
                sum(d.times), sum(d.times * l.quantity), sum(d.times * l.net), sum(d.times * l.net_ron)
            from invoicing.invoices i
            cross join lateral (values (i.issued_on, 1), (i.voided_on, -1)) d(day, times)
            cross join lateral invoicing.lines_of(i.document) l
            where d.day is not null group by 1, 2, 3, 4, 5
        $told$;
        create function invoicing.customers_drift() returns table (day date, currency text) language sql stable as $drift$
            select distinct coalesce(k.sold_in, t.sold_in), coalesce(k.currency::text, t.currency)
            from invoicing.customer_months k
            full join invoicing.customers_told() t on t.tenant_id = k.tenant_id and t.sold_in = k.sold_in and t.currency = k.currency::text and t.customer_key = k.customer_key
            where (coalesce(k.documents, 0), coalesce(k.net, 0), coalesce(k.vat, 0), coalesce(k.gross, 0), coalesce(k.net_ron, 0), coalesce(k.vat_ron, 0), coalesce(k.without_ron, 0))
                <> (coalesce(t.documents, 0), coalesce(t.net, 0), coalesce(t.vat, 0), coalesce(t.gross, 0), coalesce(t.net_ron, 0), coalesce(t.vat_ron, 0), coalesce(t.without_ron, 0))
        $drift$;
        create function invoicing.products_drift() returns table (day date, currency text) language sql stable as $drift$
            select distinct coalesce(k.sold_in, t.sold_in), coalesce(k.currency::text, t.currency)
            from invoicing.product_months k
            full join invoicing.products_told() t on t.tenant_id = k.tenant_id and t.sold_in = k.sold_in and t.currency = k.currency::text and t.product_key = k.product_key and t.unit = k.unit
            where (coalesce(k.lines, 0), coalesce(k.quantity, 0), coalesce(k.net, 0), coalesce(k.net_ron, 0)) <> (coalesce(t.lines, 0), coalesce(t.quantity, 0), coalesce(t.net, 0), coalesce(t.net_ron, 0))
        $drift$;
        create function invoicing.recount_sold(company uuid) returns void language plpgsql as $recount$
        begin
            perform set_config('app.tenant', company::text, true);
            perform invoicing.lock_reports(company);
            delete from invoicing.customer_months where tenant_id = company;
            delete from invoicing.product_months where tenant_id = company;
            insert into invoicing.customer_months (tenant_id, sold_in, currency, customer_key, name, documents, net, vat, gross, net_ron, vat_ron, without_ron)
            select t.tenant_id, t.sold_in, t.currency, t.customer_key, t.name, t.documents, t.net, t.vat, t.gross, t.net_ron, t.vat_ron, t.without_ron from invoicing.customers_told() t;
            insert into invoicing.product_months (tenant_id, sold_in, currency, product_key, unit, name, lines, quantity, net, net_ron)
            select t.tenant_id, t.sold_in, t.currency, t.product_key, t.unit, t.name, t.lines, t.quantity, t.net, t.net_ron from invoicing.products_told() t;
        end $recount$;
        """;

    public const string Rights = """
        revoke all on function invoicing.count_sold_on from public;
        revoke all on function invoicing.count_sold from public;
        revoke all on function invoicing.roll_up_sold from public;
        revoke all on function invoicing.recount_sold from public;
        """;

    public const string Backfill = """
        do $backfill$
        declare
            company uuid;
        begin
            for company in select t.id from tenancy.tenants t loop
                perform invoicing.recount_sold(company);
            end loop;
            perform set_config('app.tenant', '', true);
        end $backfill$;
        """;

    public const string Down = """
        drop trigger invoices_roll_up_sold on invoicing.invoices;
        drop function invoicing.recount_sold, invoicing.customers_drift, invoicing.products_drift, invoicing.customers_told, invoicing.products_told,
            invoicing.roll_up_sold, invoicing.count_sold, invoicing.count_sold_on, invoicing.lines_of, invoicing.month_of;
        """;
}
