namespace InvoiceSync.PostgreSql;

/// <summary>
/// The sums behind the report of payments, as the migration ReportsAndOrigins made them: what a move of a payment counts, the trigger that keeps the
/// sums, and the same added up anew. Never changed here: another version is another migration.
/// </summary>
static class PaymentDaysSql
{
    /// <summary>What went out, or was undone, has a negative amount in its move and a positive figure here; credit has its own sign.</summary>
    public const string Counted = """
        create function payments.figures_of(m payments.moves) returns table (payments bigint, received numeric, received_ron numeric, refunded numeric, refunded_ron numeric,
            reversed numeric, reversed_ron numeric, unapplied numeric, unapplied_ron numeric) language sql immutable parallel safe as $figures$
            select case m.kind when 'Received' then 1 else 0 end::bigint,
                case m.kind when 'Received' then m.money else 0 end, case m.kind when 'Received' then m.money_ron else 0 end,
                case m.kind when 'Refunded' then -m.money else 0 end, case m.kind when 'Refunded' then -m.money_ron else 0 end,
                case m.kind when 'Reversed' then -m.money else 0 end, case m.kind when 'Reversed' then -m.money_ron else 0 end, m.credit, m.credit_ron
        $figures$;
        """;

    /// <summary>
    /// Moves are only ever added, so a day's sums only grow. The trigger waits for the commit and takes the lock of the sums behind invoices too:
    /// with a lock of its own two commits that hold one each would wait for each other.
    /// </summary>
    public const string RollUp = """
        create function payments.roll_up() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $roll$
        begin
            perform invoicing.lock_reports(new.tenant_id);
            insert into payments.payment_days as d (tenant_id, moved_on, currency, method, payments, received, received_ron, refunded, refunded_ron, reversed, reversed_ron, unapplied, unapplied_ron)
            select new.tenant_id, new."on", p.currency, p.method, f.payments, f.received, f.received_ron, f.refunded, f.refunded_ron, f.reversed, f.reversed_ron, f.unapplied, f.unapplied_ron
            from payments.payments p cross join payments.figures_of(new) f where p.tenant_id = new.tenant_id and p.id = new.payment_id
            on conflict (tenant_id, moved_on, currency, method) do update
                set payments = d.payments + excluded.payments, received = d.received + excluded.received, received_ron = d.received_ron + excluded.received_ron,
                    refunded = d.refunded + excluded.refunded, refunded_ron = d.refunded_ron + excluded.refunded_ron, reversed = d.reversed + excluded.reversed,
                    reversed_ron = d.reversed_ron + excluded.reversed_ron, unapplied = d.unapplied + excluded.unapplied, unapplied_ron = d.unapplied_ron + excluded.unapplied_ron;
            return null;
        end $roll$;
        create constraint trigger moves_roll_up after insert on payments.moves deferrable initially deferred for each row execute function payments.roll_up();
        alter table payments.moves enable always trigger moves_roll_up;
        """;

    public const string Anew = """
        create function payments.days_told() returns table (tenant_id uuid, moved_on date, currency text, method text, payments bigint, received numeric, received_ron numeric,
            refunded numeric, refunded_ron numeric, reversed numeric, reversed_ron numeric, unapplied numeric, unapplied_ron numeric) language sql stable as $told$
            select m.tenant_id, m."on", p.currency::text, p.method::text, sum(f.payments)::bigint, sum(f.received), sum(f.received_ron), sum(f.refunded), sum(f.refunded_ron),
                sum(f.reversed), sum(f.reversed_ron), sum(f.unapplied), sum(f.unapplied_ron)
            from payments.moves m
            join payments.payments p on p.tenant_id = m.tenant_id and p.id = m.payment_id
            cross join lateral payments.figures_of(m) f group by 1, 2, 3, 4
        $told$;
        create function payments.days_drift() returns table (day date, currency text) language sql stable as $drift$
            select distinct coalesce(k.moved_on, t.moved_on), coalesce(k.currency::text, t.currency)
            from payments.payment_days k
            full join payments.days_told() t on t.tenant_id = k.tenant_id and t.moved_on = k.moved_on and t.currency = k.currency::text and t.method = k.method
            where (coalesce(k.payments, 0), coalesce(k.received, 0), coalesce(k.received_ron, 0), coalesce(k.refunded, 0), coalesce(k.refunded_ron, 0), coalesce(k.reversed, 0), coalesce(k.reversed_ron, 0), coalesce(k.unapplied, 0), coalesce(k.unapplied_ron, 0))
                <> (coalesce(t.payments, 0), coalesce(t.received, 0), coalesce(t.received_ron, 0), coalesce(t.refunded, 0), coalesce(t.refunded_ron, 0), coalesce(t.reversed, 0), coalesce(t.reversed_ron, 0), coalesce(t.unapplied, 0), coalesce(t.unapplied_ron, 0))
        $drift$;
        create function payments.recount_days(company uuid) returns void language plpgsql as $recount$
        begin
            perform set_config('app.tenant', company::text, true);
            perform invoicing.lock_reports(company);
            delete from payments.payment_days where tenant_id = company;
            insert into payments.payment_days (tenant_id, moved_on, currency, method, payments, received, received_ron, refunded, refunded_ron, reversed, reversed_ron, unapplied, unapplied_ron)
            select t.tenant_id, t.moved_on, t.currency, t.method, t.payments, t.received, t.received_ron, t.refunded, t.refunded_ron, t.reversed, t.reversed_ron, t.unapplied, t.unapplied_ron
            from payments.days_told() t;
        end $recount$;
        """;

    public const string Rights = """
        revoke all on function payments.roll_up from public;
        revoke all on function payments.recount_days from public;
        """;

    public const string Backfill = """
        do $backfill$
        declare
            company uuid;
        begin
            for company in select t.id from tenancy.tenants t loop
                perform payments.recount_days(company);
            end loop;
            perform set_config('app.tenant', '', true);
        end $backfill$;
        """;

    public const string Down = """
        drop trigger moves_roll_up on payments.moves;
        drop function payments.recount_days, payments.days_drift, payments.days_told, payments.roll_up, payments.figures_of;
        """;
}
