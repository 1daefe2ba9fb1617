namespace InvoiceSync.PostgreSql;

/// <summary>
/// What the database itself asks of the files of invoices, as the migration Attachments made it. Never changed here: another
/// version is another migration.
/// </summary>
static class AttachmentSql
{
    /// <summary>Files come and go while there is a draft of their id, whose row is held meanwhile; an issued invoice keeps those it has. It waits for the wall to have its say.</summary>
    public const string OfDraft = """
        create function invoicing.keep_attachments() returns trigger language plpgsql as $keep$
        declare
            company uuid := coalesce(new.tenant_id, old.tenant_id);
            draft uuid := coalesce(new.invoice, old.invoice);
            files bigint;
            bytes bigint;
        begin
            perform 1 from invoicing.drafts d where d.tenant_id = company and d.id = draft for key share;
            if tg_op = 'UPDATE' or not found then
                raise exception 'the files of an issued invoice do not change' using errcode = '23514', constraint = 'attachments_of_draft';
            end if;
            select count(*), coalesce(sum(octet_length(a.bytes)), 0) into files, bytes from invoicing.attachments a where a.tenant_id = company and a.invoice = draft;
            if tg_op = 'INSERT' and (files > 10 or bytes > 10485760) then
                raise exception 'these are too many files for an invoice' using errcode = '23514', constraint = 'attachments_of_draft';
            end if;
            return null;
        end $keep$;
        create trigger attachments_of_draft after insert or update or delete on invoicing.attachments for each row execute function invoicing.keep_attachments();
        alter table invoicing.attachments enable always trigger attachments_of_draft;
        """;

    public const string Down = "drop function invoicing.keep_attachments();";
}
