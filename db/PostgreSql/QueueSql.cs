using InvoiceSync.Kernel.Data;
using Npgsql;
using NpgsqlTypes;

namespace InvoiceSync.PostgreSql;

/// <summary>The statements of the work queue.</summary>
static class QueueSql
{
    /// <summary>A waiting twin takes the newer body and the earlier time; a running one is asked to run again; a dead one lives again.</summary>
    public const string Enqueue = """
        insert into kernel.work_items as w (tenant_id, id, name, key, body, state, again, attempts, due_at, created_at)
        select t, uuid, n, k, b, 'Ready', false, 0, d, now() from unnest($1, $2, $3, $4, $5, $6) as new(t, uuid, n, k, b, d)
        on conflict (tenant_id, name, key) do update set
            body = excluded.body,
            again = w.state = 'Running',
            state = case when w.state in ('Dead', 'Aside') then 'Ready' else w.state end,
            attempts = case when w.state in ('Dead', 'Aside') then 0 else w.attempts end,
            problem = case when w.state in ('Dead', 'Aside') then null else w.problem end,
            due_at = case when w.state = 'Ready' then least(w.due_at, excluded.due_at) else excluded.due_at end
        """;

    /// <summary>Hops from tenant to tenant along the index, then takes a few rows of each, skipping what others hold.</summary>
    public const string Claim = """
        with recursive hop as (
            (select tenant_id from kernel.work_items where state = 'Ready' and due_at <= $1 order by tenant_id limit 1)
            union all
            select (select w.tenant_id from kernel.work_items w
                    where w.state = 'Ready' and w.due_at <= $1 and w.tenant_id > hop.tenant_id order by w.tenant_id limit 1)
            from hop where hop.tenant_id is not null
        ), turn as (
            select tenant_id from hop where tenant_id is not null and tenant_id <> all($2) order by random() limit $3
        ), picked as (
            select due.tenant_id, due.id from turn
            cross join lateral (
                select x.tenant_id, x.id from kernel.work_items x
                where x.tenant_id = turn.tenant_id and x.state = 'Ready' and x.due_at <= $1
                order by x.due_at limit $4 for update skip locked) due
            limit $3
        )
        update kernel.work_items w set state = 'Running', attempts = w.attempts + 1, lease_until = $5, lease_by = $6
        from picked p where w.tenant_id = p.tenant_id and w.id = p.id
        returning w.tenant_id, w.id, w.name, w.key, w.body, w.attempts
        """;

    public const string Complete = """
        with done as (select * from unnest($1, $2, $3) as d(tenant_id, id, attempt)),
        gone as (
            delete from kernel.work_items w using done d
            where w.tenant_id = d.tenant_id and w.id = d.id and w.attempts = d.attempt and w.lease_by = $4 and not w.again)
        update kernel.work_items w
        set state = 'Ready', again = false, attempts = 0, problem = null, lease_until = null, lease_by = null
        from done d where w.tenant_id = d.tenant_id and w.id = d.id and w.attempts = d.attempt and w.lease_by = $4 and w.again
        """;

    public const string Fail = """
        update kernel.work_items
        set state = case when again or $6::timestamptz is not null then 'Ready' else 'Dead' end,
            again = false, problem = left($5, 2000), due_at = coalesce($6, due_at), lease_until = null, lease_by = null
        where tenant_id = $1 and id = $2 and attempts = $3 and lease_by = $4
        """;

    public const string Renew = """
        update kernel.work_items w set lease_until = $4 from unnest($1, $2) as r(tenant_id, id)
        where w.tenant_id = r.tenant_id and w.id = r.id and w.lease_by = $3
        """;

    public const string Reclaim = """
        update kernel.work_items set state = 'Ready', lease_until = null, lease_by = null where state = 'Running' and lease_until < $1
        """;

    public static void Bind(NpgsqlParameterCollection into, IReadOnlyList<NewWork> work)
    {
        // One row a key: the same key twice in one statement cannot be merged twice.
        var rows = work.GroupBy(w => (w.Tenant, w.Name, w.Key)).Select(g => g.Last()).ToArray();
        Add(into, rows.Select(w => w.Tenant.Value).ToArray(), NpgsqlDbType.Uuid);
        Add(into, rows.Select(w => Guid.CreateVersion7(w.Due)).ToArray(), NpgsqlDbType.Uuid);
        Add(into, rows.Select(w => w.Name).ToArray(), NpgsqlDbType.Text);
        Add(into, rows.Select(w => w.Key).ToArray(), NpgsqlDbType.Text);
        Add(into, rows.Select(w => w.Body).ToArray(), NpgsqlDbType.Text);
        Add(into, rows.Select(w => w.Due.ToUniversalTime()).ToArray(), NpgsqlDbType.TimestampTz);
    }

    public static void Add<T>(NpgsqlParameterCollection into, T[] values, NpgsqlDbType type) =>
        into.Add(new NpgsqlParameter { Value = values, NpgsqlDbType = NpgsqlDbType.Array | type });
}
