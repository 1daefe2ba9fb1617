namespace InvoiceSync.PostgreSql;

/// <summary>
/// The functions of the audit log, as the migration AuditChain made them. They run with the rights of the schema's owner; the
/// roles may call them and read, nothing else. Never changed here: another version is another migration.
/// </summary>
static class ChainSql
{
    /// <summary>
    /// Numbers, links and hashes entries under the lock of the tenant's head row. The bytes hashed are described in
    /// docs/guides/audit.md. Whoever is fenced to one tenant appends to its chain or, without tenant, to the installation's.
    /// </summary>
    public const string Append = """
        create function audit.append(
            chain uuid, ids uuid[], ats timestamptz[], event_types text[], actor_types text[], actor_ids text[], actor_names bytea[],
            resource_types text[], resource_ids text[], actions text[], statuses text[], metadatas text[], changess text[],
            ip_addresses bytea[], user_agents bytea[], request_ids text[], subjects text[], address_marks bytea[], payloads bytea[])
        returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $append$
        declare
            fence text := nullif(current_setting('app.tenant', true), '');
            n int := cardinality(ids);
            head record;
            prevs bytea[] := array_fill(''::bytea, array[n]);
            hashes bytea[] := array_fill(''::bytea, array[n]);
            link bytea;
            at timestamptz;
        begin
            if fence is distinct from chain::text and not (fence is null and chain = '00000000-0000-7000-8000-000000000001') then
                raise exception 'entries of % cannot be written from the fence of %', chain, fence using errcode = '42501';
            end if;
            perform set_config('app.tenant', chain::text, true);
            insert into audit.heads (tenant_id, seq, hash, at) values (chain, 0, decode(repeat('00', 32), 'hex'), 'epoch') on conflict do nothing;
            select h.seq, h.hash, h.at into head from audit.heads h where h.tenant_id = chain for update;
            link := head.hash;
            at := head.at;
            for i in 1..n loop
                at := greatest(at, ats[i]);
                ats[i] := at;
                prevs[i] := link;
                link := sha256('\x0001'::bytea || uuid_send(chain) || int8send(head.seq + i) || int8send((extract(epoch from at) * 1000000)::bigint)
                    || link || int4send(octet_length(payloads[i])) || payloads[i]);
                hashes[i] := link;
            end loop;
            insert into audit.log (tenant_id, seq, id, created_at, event_type, actor_type, actor_id, actor_name, resource_type, resource_id, action, status,
                metadata, changes, ip_address, user_agent, request_id, subject, address_mark, payload, prev, hash)
            select chain, head.seq + e.i, e.id, e.at, e.event_type, e.actor_type, e.actor_id, e.actor_name, e.resource_type, e.resource_id, e.action, e.status,
                e.metadata, e.changes, e.ip_address, e.user_agent, e.request_id, e.subject, e.address_mark, e.payload, e.prev, e.hash
            from unnest(ids, ats, event_types, actor_types, actor_ids, actor_names, resource_types, resource_ids, actions, statuses, metadatas, changess,
                ip_addresses, user_agents, request_ids, subjects, address_marks, payloads, prevs, hashes) with ordinality as e(id, at, event_type, actor_type, actor_id,
                actor_name, resource_type, resource_id, action, status, metadata, changes, ip_address, user_agent, request_id, subject, address_mark, payload, prev, hash, i);
            update audit.heads h set seq = head.seq + n, hash = link, at = ats[n] where h.tenant_id = chain;
            perform set_config('app.tenant', coalesce(fence, ''), true);
        end $append$;
        """;

    /// <summary>One table a month, walled by the parent: nobody but the owner reaches a part by its own name.</summary>
    public const string MakeMonth = """
        create function audit.make_month(day date) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $make$
        declare
            first date := date_trunc('month', day);
            part text := 'log_' || to_char(first, 'YYYYMM');
        begin
            if day > current_date + 400 then raise exception 'months are made at most a year ahead'; end if;
            if to_regclass('audit.' || part) is not null then return; end if;
            execute format('create table audit.%I partition of audit.log for values from (%L) to (%L)', part, first::timestamp at time zone 'UTC', (first + interval '1 month') at time zone 'UTC');
            execute format('alter table audit.%I enable row level security', part);
            execute format('alter table audit.%I force row level security', part);
            execute format('alter table audit.%I enable always trigger log_rows', part);
            execute format('create trigger log_all before truncate on audit.%I for each statement execute function audit.refuse_change()', part);
            execute format('alter table audit.%I enable always trigger log_all', part);
        end $make$;
        """;

    /// <summary>The part for what no month was made for, so that an act never fails for want of a table.</summary>
    public const string Rest = """
        create table audit.log_rest partition of audit.log default;
        alter table audit.log_rest enable row level security;
        alter table audit.log_rest force row level security;
        alter table audit.log_rest enable always trigger log_rows;
        create trigger log_all before truncate on audit.log_rest for each statement execute function audit.refuse_change();
        alter table audit.log_rest enable always trigger log_all;
        select audit.make_month((current_date + m * interval '1 month')::date) from generate_series(0, 3) m;
        """;

    public const string Rights = """
        revoke all on function audit.append from public;
        revoke all on function audit.make_month from public;
        grant execute on function audit.append to invoicesync_app, invoicesync_platform;
        grant execute on function audit.make_month to invoicesync_app, invoicesync_platform;
        """;

    /// <summary>Words of an entry, as the search of the log asks for them.</summary>
    public const string Words = """
        create index ix_log_words on audit.log using gin (to_tsvector('simple', event_type || ' ' || action || ' ' || resource_id || ' ' || metadata || ' ' || changes));
        """;

    /// <summary>What was written before there was a chain is told again in it, marked as imported: the chain proves it only from here on.</summary>
    public const string Import = """
        create function pg_temp.field(value bytea) returns bytea language sql as 'select int4send(octet_length(value)) || value';
        create function pg_temp.field(value text) returns bytea language sql as $$ select pg_temp.field(convert_to(value, 'UTF8')) $$;
        do $import$
        declare
            tenant uuid;
        begin
            alter table audit.entries no force row level security;
            for tenant in select distinct e.tenant_id from audit.entries e loop
                perform set_config('app.tenant', tenant::text, true);
                perform audit.append(tenant, array_agg(o.id), array_agg(o.at), array_agg('entry.imported'::text), array_agg(o.kind), array_agg(o.actor), array_agg(''::bytea),
                    array_agg(''::text), array_agg(o.subject), array_agg(o.action), array_agg('ok'::text), array_agg(o.told), array_agg(''::text),
                    array_agg(''::bytea), array_agg(''::bytea), array_agg(o.request), array_agg(o.actor), array_agg(''::bytea),
                    array_agg(pg_temp.field(uuid_send(o.id)) || pg_temp.field('entry.imported') || pg_temp.field(o.kind) || pg_temp.field(o.actor) || pg_temp.field(''::bytea)
                        || pg_temp.field('') || pg_temp.field(o.subject) || pg_temp.field(o.action) || pg_temp.field('ok') || pg_temp.field(o.told) || pg_temp.field('')
                        || pg_temp.field(''::bytea) || pg_temp.field(''::bytea) || pg_temp.field(o.request) || pg_temp.field(o.actor) || pg_temp.field(''::bytea)))
                from (select e.id, e.at, e.actor, e.action, coalesce(e.subject, '') as subject, e.correlation_id as request,
                          case when e.actor like 'usr\_%' then 'person' when e.actor like 'key\_%' then 'api_key' else 'system' end as kind,
                          json_build_object('imported', e.changes)::text as told
                      from audit.entries e where e.tenant_id = tenant order by e.at, e.id) o;
            end loop;
            perform set_config('app.tenant', '', true);
        end $import$;
        """;
}
