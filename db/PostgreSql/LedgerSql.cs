namespace InvoiceSync.PostgreSql;

/// <summary>
/// The functions of the ledger, as the migration Ledger made them. They run with the rights of the schema's owner; the roles
/// may call ledger.post and read, nothing else. Never changed here: another version is another migration.
/// </summary>
static class LedgerSql
{
    /// <summary>Adds entries whose fact is not there yet, and answers which those were. One that is there with other amounts is a bug and refused.</summary>
    public const string Post = """
        create function ledger.post(company uuid, given jsonb) returns uuid[] language plpgsql security definer set search_path = pg_catalog, pg_temp as $post$
        declare
            fresh uuid[];
        begin
            if nullif(current_setting('app.tenant', true), '') is distinct from company::text then
                raise exception 'entries of % cannot be posted from another fence', company using errcode = '42501';
            end if;
            with added as (
                insert into ledger.entries (tenant_id, id, date, currency, rate, rate_on, rate_source, source, source_id, kind, memo, amount, ron, line_count, posted_at, posted_by, reverses)
                select company, g.id, g.date, g.currency, g.rate, g.rate_on, g.rate_source, g.source, g.source_id, g.kind, g.memo, g.amount, g.ron, g.line_count, g.posted_at, g.posted_by, g.reverses
                from jsonb_to_recordset(given) as g(id uuid, date date, currency text, rate numeric, rate_on date, rate_source text, source text, source_id text, kind text, memo text,
                    amount numeric, ron numeric, line_count int, posted_at timestamptz, posted_by text, reverses uuid)
                on conflict (tenant_id, source, source_id, kind) do nothing
                returning id)
            select coalesce(array_agg(a.id), '{}') into fresh from added a;

            if exists (
                select from jsonb_to_recordset(given) as g(date date, currency text, source text, source_id text, kind text, amount numeric, ron numeric, line_count int)
                join ledger.entries e on e.tenant_id = company and e.source = g.source and e.source_id = g.source_id and e.kind = g.kind
                where e.date <> g.date or e.currency::text <> g.currency or e.amount <> g.amount or e.ron <> g.ron or e.line_count <> g.line_count) then
                raise exception 'a fact that stands in the ledger was posted again with other amounts' using errcode = '23514';
            end if;

            insert into ledger.lines (tenant_id, id, entry_id, no, account, side, amount, ron, currency, date, customer_key, customer_name, detail)
            select company, l.id, g.id, l.no, l.account, l.side, l.amount, l.ron, g.currency, g.date, l.customer_key, l.customer_name, l.detail
            from jsonb_to_recordset(given) as g(id uuid, currency text, date date, lines jsonb)
            cross join lateral jsonb_to_recordset(g.lines) as l(id uuid, no int, account text, side text, amount numeric, ron numeric, customer_key text, customer_name text, detail text)
            where g.id = any(fresh);
            return fresh;
        end $post$;
        """;

    public const string Checks = """
        alter table ledger.lines
            add constraint ck_lines_amount check (amount >= 0 and ron >= 0 and amount + ron > 0),
            add constraint ck_lines_side check (side in ('Debit', 'Credit'));
        """;

    /// <summary>Balances by month follow the lines in the same commit, whoever adds them. One order of locks for all.</summary>
    public const string RollUp = """
        create function ledger.roll_up() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $roll$
        begin
            insert into ledger.balances as b (tenant_id, account, currency, month, debit, credit, ron_debit, ron_credit)
            select f.tenant_id, f.account, f.currency, date_trunc('month', f.date::timestamp)::date,
                coalesce(sum(f.amount) filter (where f.side = 'Debit'), 0), coalesce(sum(f.amount) filter (where f.side = 'Credit'), 0),
                coalesce(sum(f.ron) filter (where f.side = 'Debit'), 0), coalesce(sum(f.ron) filter (where f.side = 'Credit'), 0)
            from fresh f group by 1, 2, 3, 4 order by 1, 2, 3, 4
            on conflict (tenant_id, account, currency, month) do update
                set debit = b.debit + excluded.debit, credit = b.credit + excluded.credit, ron_debit = b.ron_debit + excluded.ron_debit, ron_credit = b.ron_credit + excluded.ron_credit;
            return null;
        end $roll$;
        create trigger lines_roll_up after insert on ledger.lines referencing new table as fresh for each statement execute function ledger.roll_up();
        alter table ledger.lines enable always trigger lines_roll_up;
        """;

    /// <summary>
    /// Asked at the commit, of every entry and every line: both sides are equal, in the currency and in RON, and they are what the
    /// entry says it holds. So nothing can be added to an entry later either. A line out of sight of the fence is refused too.
    /// </summary>
    public const string Balanced = """
        create function ledger.check_entry() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $check$
        declare
            entry uuid;
            holds boolean;
        begin
            if tg_table_name = 'entries' then entry := new.id; else entry := new.entry_id; end if;
            select t.n = e.line_count and t.strays = 0 and t.debit = e.amount and t.credit = e.amount and t.ron_debit = e.ron and t.ron_credit = e.ron into holds
            from ledger.entries e
            cross join lateral (
                select count(*) as n, count(*) filter (where l.currency <> e.currency or l.date <> e.date) as strays,
                    coalesce(sum(l.amount) filter (where l.side = 'Debit'), 0) as debit, coalesce(sum(l.amount) filter (where l.side = 'Credit'), 0) as credit,
                    coalesce(sum(l.ron) filter (where l.side = 'Debit'), 0) as ron_debit, coalesce(sum(l.ron) filter (where l.side = 'Credit'), 0) as ron_credit
                from ledger.lines l where l.tenant_id = e.tenant_id and l.entry_id = e.id) t
            where e.tenant_id = new.tenant_id and e.id = entry;
            if holds is not true then
                raise exception 'entry % does not balance', entry using errcode = '23514', constraint = 'entry_balances';
            end if;
            return null;
        end $check$;
        create constraint trigger entries_balance after insert on ledger.entries deferrable initially deferred for each row execute function ledger.check_entry();
        create constraint trigger lines_balance after insert on ledger.lines deferrable initially deferred for each row execute function ledger.check_entry();
        alter table ledger.entries enable always trigger entries_balance;
        alter table ledger.lines enable always trigger lines_balance;
        """;

    public const string Rights = """
        revoke all on function ledger.post from public;
        revoke all on function ledger.roll_up from public;
        revoke all on function ledger.check_entry from public;
        grant execute on function ledger.post to invoicesync_app, invoicesync_platform;
        """;

    /// <summary>Companies that have invoices from before there was a ledger get the work to post them, once.</summary>
    public const string Backfill = """
        do $backfill$
        declare
            company uuid;
        begin
            for company in select t.id from tenancy.tenants t loop
                perform set_config('app.tenant', company::text, true);
                insert into kernel.work_items (tenant_id, id, name, key, body, state, again, attempts, due_at, created_at)
                select company, gen_random_uuid(), 'PostOldInvoices', '', '{}', 'Ready', false, 0, now(), now()
                where exists (select from invoicing.invoices i where i.tenant_id = company)
                on conflict do nothing;
            end loop;
            perform set_config('app.tenant', '', true);
        end $backfill$;
        """;
}
