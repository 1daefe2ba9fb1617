namespace InvoiceSync.PostgreSql;

/// <summary>
/// How invoices from before this was kept are settled, read out of their documents, as the migration Settlement did it. Never
/// changed here: another version is another migration.
/// </summary>
static class SettlementSql
{
    // The wall hides every row from the owner of the table too, so it is opened for this. A person's key in the ledger is a hash
    // that this server's capitals might not come to: it is left for our own code.
    public const string Backfill = """
        alter table invoicing.invoices no force row level security;
        update invoicing.invoices set due_on = coalesce(cast(document ->> 'dueOn' as date), issued_on), paid = cast(document #>> '{totals,paid}' as numeric),
            open = total - cast(document #>> '{totals,paid}' as numeric);
        update invoicing.invoices i set
            open_ron = round(i.total * r.rate, 2) - round(i.paid * r.rate, 2),
            payment = case when i.open = 0 then 'Paid' when i.paid = 0 then 'Unpaid' else 'PartiallyPaid' end,
            customer_key = case when i.document #>> '{buyer,kind}' = 'Company' and length(r.number) between 1 and 64 then (i.document #>> '{buyer,address,country}') || ':' || upper(r.number) end
        from (select tenant_id, id, case when currency = 'RON' then 1 else coalesce(cast(document #>> '{vatInRon,rate}' as numeric), 1) end as rate,
            coalesce(document #>> '{buyer,vatId}', document #>> '{buyer,legalId}') as number from invoicing.invoices) r
        where r.tenant_id = i.tenant_id and r.id = i.id;
        alter table invoicing.invoices force row level security;
        """;
}
