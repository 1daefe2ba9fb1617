namespace InvoiceSync.SqlServer;

/// <summary>
/// The sums behind the report of payments, as the migration ReportsAndOrigins made them: moves of payments are only ever added, and the sums follow each
/// statement behind the lock of the sums behind invoices. Never changed here.
/// </summary>
static class PaymentDaysSql
{
    public const string Drift = """
        select distinct N'payments', coalesce(k.moved_on, t.moved_on), coalesce(k.currency, t.currency)
        from payments.payment_days k
        full join payments.days_told t on t.tenant_id = k.tenant_id and t.moved_on = k.moved_on and t.currency = k.currency and t.method = k.method
        where exists (
            select coalesce(k.payments, 0), coalesce(k.received, 0), coalesce(k.received_ron, 0), coalesce(k.refunded, 0), coalesce(k.refunded_ron, 0), coalesce(k.reversed, 0), coalesce(k.reversed_ron, 0), coalesce(k.unapplied, 0), coalesce(k.unapplied_ron, 0)
            except select coalesce(t.payments, 0), coalesce(t.received, 0), coalesce(t.received_ron, 0), coalesce(t.refunded, 0), coalesce(t.refunded_ron, 0), coalesce(t.reversed, 0), coalesce(t.reversed_ron, 0), coalesce(t.unapplied, 0), coalesce(t.unapplied_ron, 0))
        """;

    public static IEnumerable<string> Statements =>
    [
        ReportsSql.Alone(FiguresOf), ReportsSql.Alone(DaysTold), ReportsSql.Alone(RollUp), ReportsSql.Alone(Backfill),
        "grant select on [payments].[days_told] to [invoicesync_app], [invoicesync_platform];",
    ];

    public static IEnumerable<string> Down => ["drop trigger [payments].[moves_roll_up];", "drop view [payments].[days_told];", "drop function [payments].[figures_of];"];

    const string FiguresOf = """
        create function [payments].[figures_of](@kind varchar(32), @money decimal(19, 4), @money_ron decimal(19, 4), @credit decimal(19, 4), @credit_ron decimal(19, 4)) returns table as return
        select cast(case @kind when 'Received' then 1 else 0 end as bigint) as payments,
            case @kind when 'Received' then @money else 0 end as received, case @kind when 'Received' then @money_ron else 0 end as received_ron,
            case @kind when 'Refunded' then -@money else 0 end as refunded, case @kind when 'Refunded' then -@money_ron else 0 end as refunded_ron,
            case @kind when 'Reversed' then -@money else 0 end as reversed, case @kind when 'Reversed' then -@money_ron else 0 end as reversed_ron, @credit as unapplied, @credit_ron as unapplied_ron;
        """;

    const string DaysTold = """
        create view [payments].[days_told] as
        select m.tenant_id, m.[on] as moved_on, p.currency, p.method, sum(f.payments) as payments, sum(f.received) as received, sum(f.received_ron) as received_ron, sum(f.refunded) as refunded,
            sum(f.refunded_ron) as refunded_ron, sum(f.reversed) as reversed, sum(f.reversed_ron) as reversed_ron, sum(f.unapplied) as unapplied, sum(f.unapplied_ron) as unapplied_ron
        from payments.moves m join payments.payments p on p.tenant_id = m.tenant_id and p.id = m.payment_id
        cross apply payments.figures_of(m.kind, m.money, m.money_ron, m.credit, m.credit_ron) f
        group by m.tenant_id, m.[on], p.currency, p.method;
        """;

    const string RollUp = """
        create trigger [payments].[moves_roll_up] on [payments].[moves] after insert as
        begin
            set nocount on;
            if not exists (select 1 from inserted) return;
            declare @lock nvarchar(255) = N'invoicing.reports ' + cast((select top 1 tenant_id from inserted) as nvarchar(36));
            declare @held int;
            exec @held = sp_getapplock @Resource = @lock, @LockMode = 'Exclusive', @LockOwner = 'Transaction';
            if @held < 0 throw 51003, N'the sums of the reports are busy', 1;

            with moved as (
                select m.tenant_id, m.[on] as moved_on, p.currency, p.method, sum(f.payments) as payments, sum(f.received) as received, sum(f.received_ron) as received_ron, sum(f.refunded) as refunded,
                    sum(f.refunded_ron) as refunded_ron, sum(f.reversed) as reversed, sum(f.reversed_ron) as reversed_ron, sum(f.unapplied) as unapplied, sum(f.unapplied_ron) as unapplied_ron
                from inserted m join payments.payments p on p.tenant_id = m.tenant_id and p.id = m.payment_id
                cross apply payments.figures_of(m.kind, m.money, m.money_ron, m.credit, m.credit_ron) f
                group by m.tenant_id, m.[on], p.currency, p.method)
            merge payments.payment_days with (holdlock) as d using moved m on d.tenant_id = m.tenant_id and d.moved_on = m.moved_on and d.currency = m.currency and d.method = m.method
            when matched then update set payments = d.payments + m.payments, received = d.received + m.received, received_ron = d.received_ron + m.received_ron, refunded = d.refunded + m.refunded,
                refunded_ron = d.refunded_ron + m.refunded_ron, reversed = d.reversed + m.reversed, reversed_ron = d.reversed_ron + m.reversed_ron, unapplied = d.unapplied + m.unapplied, unapplied_ron = d.unapplied_ron + m.unapplied_ron
            when not matched then insert (tenant_id, moved_on, currency, method, payments, received, received_ron, refunded, refunded_ron, reversed, reversed_ron, unapplied, unapplied_ron)
                values (m.tenant_id, m.moved_on, m.currency, m.method, m.payments, m.received, m.received_ron, m.refunded, m.refunded_ron, m.reversed, m.reversed_ron, m.unapplied, m.unapplied_ron);
        end;
        """;

    const string Backfill = """
        exec sys.sp_set_session_context N'platform', 1;
        insert into payments.payment_days (tenant_id, moved_on, currency, method, payments, received, received_ron, refunded, refunded_ron, reversed, reversed_ron, unapplied, unapplied_ron)
        select tenant_id, moved_on, currency, method, payments, received, received_ron, refunded, refunded_ron, reversed, reversed_ron, unapplied, unapplied_ron from payments.days_told;
        exec sys.sp_set_session_context N'platform', null;
        """;
}
