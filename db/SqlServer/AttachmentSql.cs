namespace InvoiceSync.SqlServer;

/// <summary>
/// What the database itself asks of the files of invoices, as the migration Attachments made it. Never changed here: another
/// version is another migration.
/// </summary>
static class AttachmentSql
{
    /// <summary>Files come and go while there is a draft of their id, whose row is held meanwhile; an issued invoice keeps those it has. A trigger wants a batch of its own.</summary>
    public static string OfDraft => $"exec(N'{Trigger.Replace("'", "''", StringComparison.Ordinal)}');";

    const string Trigger = """
        create trigger [invoicing].[attachments_of_draft] on [invoicing].[attachments] after insert, update, delete as
        begin
            set nocount on;
            if not exists (select 1 from inserted) and not exists (select 1 from deleted) return;
            select tenant_id, invoice into #touched from (select tenant_id, invoice from inserted union select tenant_id, invoice from deleted) t;
            if exists (select 1 from inserted) and exists (select 1 from deleted)
                or exists (select 1 from #touched t where not exists (select 1 from invoicing.drafts d with (holdlock) where d.tenant_id = t.tenant_id and d.id = t.invoice))
                throw 51004, N'the files of an issued invoice do not change', 1;
            if exists (select 1 from inserted) and exists (
                select 1 from invoicing.attachments a inner join #touched t on t.tenant_id = a.tenant_id and t.invoice = a.invoice
                group by a.tenant_id, a.invoice having count(*) > 10 or sum(cast(datalength(a.bytes) as bigint)) > 10485760)
                throw 51004, N'these are too many files for an invoice', 1;
        end;
        """;
}
