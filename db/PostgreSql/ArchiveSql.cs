namespace InvoiceSync.PostgreSql;

/// <summary>
/// How months leave the audit log, and how words are found in it, as the migration AuditArchive made it. The functions run with
/// the rights of the schema's owner; the roles may call them, nothing else. Never changed here: another version is another migration.
/// </summary>
static class ArchiveSql
{
    /// <summary>
    /// As before, and the owner's own functions may read a part by its own name, past the wall of the parent: only so an index of
    /// words can be used. Nobody else holds a right on a part. Parts of years long gone are made for imports and tests alike.
    /// </summary>
    public const string MakeMonth = """
        create or replace function audit.make_month(day date) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $make$
        declare
            first date := date_trunc('month', day);
            part text := 'log_' || to_char(first, 'YYYYMM');
        begin
            if day > current_date + 400 then raise exception 'months are made at most a year ahead'; end if;
            if to_regclass('audit.' || part) is not null then return; end if;
            execute format('create table audit.%I partition of audit.log for values from (%L) to (%L)', part, first::timestamp at time zone 'UTC', (first + interval '1 month') at time zone 'UTC');
            execute format('alter table audit.%I enable row level security', part);
            execute format('alter table audit.%I force row level security', part);
            execute format('create policy owner_passage on audit.%I to %I using (true)', part, current_user);
            execute format('alter table audit.%I enable always trigger log_rows', part);
            execute format('create trigger log_all before truncate on audit.%I for each statement execute function audit.refuse_change()', part);
            execute format('alter table audit.%I enable always trigger log_all', part);
        end $make$;
        do $passage$
        declare
            part text;
        begin
            for part in select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'audit.log'::regclass loop
                execute format('create policy owner_passage on audit.%I to %I using (true)', part, current_user);
            end loop;
        end $passage$;
        """;

    /// <summary>The row that says a month lies in a file. What can be computed from the log is not believed but computed.</summary>
    public const string NoteArchived = """
        create function audit.note_archived(chain uuid, day date, upto bigint, at_head bytea, at_frontier bytea, at_root bytea, name text, sha256 bytea, length bigint)
        returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $note$
        declare
            fence text := nullif(current_setting('app.tenant', true), '');
            first timestamptz := day::timestamp at time zone 'UTC';
            next timestamptz := (day + interval '1 month') at time zone 'UTC';
            since bigint;
        begin
            if fence is distinct from chain::text then raise exception 'months of % cannot be archived from the fence of %', chain, fence using errcode = '42501'; end if;
            if day <> date_trunc('month', day) or next > now() - interval '1 year' then raise exception 'a month is archived when it is over for a year'; end if;
            since := coalesce((select max(a.size) from audit.archives a where a.tenant_id = chain), 0);
            if upto <= since
                or (select count(*) from audit.log l where l.tenant_id = chain and l.seq > since and l.seq <= upto and l.created_at < next) <> upto - since
                or exists (select from audit.log l where l.tenant_id = chain and l.seq > upto and l.created_at < next)
                or not exists (select from audit.log l where l.tenant_id = chain and l.seq = upto and l.hash = at_head and l.created_at >= first and l.created_at < next) then
                raise exception 'what is to be archived is not what the log holds of that month';
            end if;
            insert into audit.archives (tenant_id, month, first_seq, size, head, frontier, root, file, digest, bytes, archived_at)
            values (chain, day, since + 1, upto, at_head, at_frontier, at_root, name, sha256, length, now());
        end $note$;
        """;

    /// <summary>
    /// Lets go of one month, of all companies, and answers '' or why not. It waits for nobody's lock for longer than a deadlock takes
    /// to be seen, so that no writer is ever ended in its favour.
    /// </summary>
    public const string DropMonth = """
        create function audit.drop_month(chain uuid, day date) returns text
        language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '500ms' as $drop$
        declare
            fence text := nullif(current_setting('app.tenant', true), '');
            next timestamptz := (day + interval '1 month') at time zone 'UTC';
            part text := 'log_' || to_char(day, 'YYYYMM');
            tenants uuid[];
            tenant uuid;
            last record;
            refused text := '';
        begin
            if fence is distinct from chain::text then raise exception 'months of % cannot be dropped from the fence of %', chain, fence using errcode = '42501'; end if;
            if day <> date_trunc('month', day) or next > now() - interval '1 year' then return 'younger than a year'; end if;
            if not exists (select from audit.archives a where a.tenant_id = chain and a.month = day and a.dropped_at is null) then return 'not archived'; end if;
            if to_regclass('audit.' || part) is null then return 'without a part of its own'; end if;
            execute format('lock table audit.%I in access exclusive mode', part);
            execute format($each$
                with recursive t(id) as (
                    (select p.tenant_id from audit.%1$I p order by p.tenant_id limit 1)
                    union all
                    select (select p.tenant_id from audit.%1$I p where p.tenant_id > t.id order by p.tenant_id limit 1) from t where t.id is not null)
                select array_agg(id) from t where id is not null $each$, part) into tenants;
            foreach tenant in array coalesce(tenants, '{}') loop
                execute format('select p.seq, p.hash from audit.%I p where p.tenant_id = $1 order by p.seq desc limit 1', part) into last using tenant;
                perform set_config('app.tenant', tenant::text, true);
                refused := case
                    when not exists (select from audit.archives a where a.tenant_id = tenant and a.month = day and a.size = last.seq and a.head = last.hash) then 'not archived by all'
                    when not exists (select from audit.archives a where a.tenant_id = tenant and a.month = day and a.archived_at < now() - interval '1 day') then 'archived less than a day ago'
                    when not exists (select from audit.checkpoints c join audit.anchored o on o.tenant_id = c.tenant_id and o.size >= c.size
                        where c.tenant_id = tenant and c.size >= last.seq) then 'not anchored by all'
                    else '' end;
                exit when refused <> '';
            end loop;
            if refused = '' then
                foreach tenant in array coalesce(tenants, '{}') loop
                    perform set_config('app.tenant', tenant::text, true);
                    update audit.archives a set dropped_at = now() where a.tenant_id = tenant and a.month = day;
                end loop;
                execute format('drop table audit.%I', part);
            end if;
            perform set_config('app.tenant', fence, true);
            return refused;
        end $drop$;
        """;

    /// <summary>Says that the file of a month was let go after seven years. Its row stays: first and last entry, head and root.</summary>
    public const string NoteFileDeleted = """
        create function audit.note_file_deleted(chain uuid, day date) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $gone$
        declare
            fence text := nullif(current_setting('app.tenant', true), '');
        begin
            if fence is distinct from chain::text then raise exception 'archives of % cannot be deleted from the fence of %', chain, fence using errcode = '42501'; end if;
            update audit.archives a set file_deleted_at = now()
            where a.tenant_id = chain and a.month = day and a.dropped_at is not null and a.file_deleted_at is null
                and (day + interval '1 month') at time zone 'UTC' < now() - interval '7 years';
            if not found then raise exception 'an archive is deleted after seven years, once its month has left the log'; end if;
        end $gone$;
        """;

    /// <summary>
    /// Words get their index when a month is over: nothing is appended to it any more, so writing costs nothing. Without the
    /// extension (it comes with every PostgreSQL, but an operator may have left it out) months are read instead.
    /// </summary>
    public const string IndexWords = """
        do $trgm$ begin
            if exists (select from pg_available_extensions where name = 'pg_trgm') then create extension if not exists pg_trgm with schema audit; end if;
        end $trgm$;
        create function audit.index_words() returns text language plpgsql security definer set search_path = pg_catalog, audit, pg_temp set lock_timeout = '500ms' as $index$
        declare
            part text;
        begin
            if not exists (select from pg_extension where extname = 'pg_trgm') then return ''; end if;
            select c.relname into part from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = 'audit.log'::regclass and c.relname ~ '^log_\d{6}$' and c.relname < 'log_' || to_char(now() at time zone 'UTC', 'YYYYMM')
                and to_regclass('audit.' || c.relname || '_words') is null
            order by c.relname desc limit 1;
            if part is null then return ''; end if;
            execute format('create index %I on audit.%I using gin ((lower(event_type || '' '' || action || '' '' || resource_id || '' '' || metadata || '' '' || changes)) gin_trgm_ops)', part || '_words', part);
            execute format('analyze audit.%I', part);
            return part;
        end $index$;
        """;

    /// <summary>
    /// Entries of the caller's company that hold the words, newest first; the last row may say how far back was looked, when that
    /// is not the whole way. Months with an index of words are asked by it; of one without, a bounded stretch is read.
    /// </summary>
    public const string FindWords = """
        create function audit.find_words(pattern text, since timestamptz, before timestamptz, before_id uuid, most int)
        returns table (found_at timestamptz, found_id uuid, is_reach boolean) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $find$
        declare
            chain uuid := nullif(current_setting('app.tenant', true), '')::uuid;
            part record;
            n int := 0;
            got int;
            asked int := 0;
            mine constant text := 'select created_at, id, event_type, action, resource_id, metadata, changes from audit.%I where tenant_id = $1 and (created_at, id) < ($2, $3) and created_at >= $4';
            words constant text := ') e where lower(event_type || '' '' || action || '' '' || resource_id || '' '' || metadata || '' '' || changes) like $5 order by created_at desc, id desc limit $6';
        begin
            -- What no month was made for stands in no order of months: then the log is read as it is.
            if exists (select from audit.log_rest r where r.tenant_id = chain) then
                return query select null::timestamptz, null::uuid, true;
                return;
            end if;
            for part in
                select c.relname as name, to_regclass('audit.' || c.relname || '_words') is not null as indexed,
                    to_date(substr(c.relname, 5), 'YYYYMM')::timestamp at time zone 'UTC' as first,
                    (to_date(substr(c.relname, 5), 'YYYYMM') + interval '1 month') at time zone 'UTC' as next
                from pg_inherits i join pg_class c on c.oid = i.inhrelid
                where i.inhparent = 'audit.log'::regclass and c.relname ~ '^log_\d{6}$' order by c.relname desc
            loop
                continue when part.first > before or part.next <= since;
                return query execute format('select created_at, id, false from (' || mine || case when part.indexed then '' else ' order by created_at desc, id desc limit 20000' end || words, part.name)
                    using chain, before, before_id, since, pattern, most - n;
                get diagnostics got = row_count;
                n := n + got;
                asked := asked + 1;
                exit when n >= most;
                if not part.indexed then
                    execute format(mine || ' order by created_at desc, id desc offset 19999 limit 1', part.name) into found_at, found_id using chain, before, before_id, since;
                    is_reach := true;
                    if found_at is not null then return next; end if;
                    exit when found_at is not null;
                elsif asked >= 24 then
                    return query select part.first, '00000000-0000-0000-0000-000000000000'::uuid, true;
                    exit;
                end if;
            end loop;
        end $find$;
        """;

    public const string Rights = """
        do $rights$
        declare
            made text;
        begin
            foreach made in array array['audit.note_archived', 'audit.drop_month', 'audit.note_file_deleted', 'audit.index_words', 'audit.find_words'] loop
                execute format('revoke all on function %s from public', made);
                execute format('grant execute on function %s to invoicesync_app, invoicesync_platform', made);
            end loop;
        end $rights$;
        """;
}
