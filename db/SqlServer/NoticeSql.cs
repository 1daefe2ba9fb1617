using InvoiceSync.Kernel;
using Microsoft.Data.SqlClient;

namespace InvoiceSync.SqlServer;

/// <summary>
/// The statements of the notice table. A rowversion is handed out before the commit, and min_active_rowversion() is the lowest
/// one still uncommitted: reading below it never skips a slow commit, as reading by identity would.
/// </summary>
static class NoticeSql
{
    /// <summary>The topic without a tenant that wakes the workers.</summary>
    public const string Work = "work";

    public const string Write = """
        set nocount on;
        insert into kernel.notices (tenant_id, topic, row_id)
        select n.tenant_id, n.topic, n.row_id
        from openjson(@notices) with (tenant_id uniqueidentifier '$.Tenant', topic varchar(64) '$.Topic', row_id uniqueidentifier '$.Row') n;
        """;

    public const string Last = "select cast(min_active_rowversion() as bigint) - 1;";

    public const string Read = """
        select top (@take) cast(version as bigint), tenant_id, topic, row_id
        from kernel.notices
        where version > cast(@last as binary(8)) and version < min_active_rowversion()
        order by version;
        """;

    public const string Trim = "delete top (5000) from kernel.notices where version <= cast(@until as binary(8));";

    public static void Bind(SqlCommand command, IReadOnlyList<Notice> notices, bool wakeWorkers)
    {
        var rows = notices.Select(n => new Line(n.Tenant.Value, n.Topic, n.Id));
        if (wakeWorkers) rows = rows.Append(new(null, Work, null));
        command.AddJson("@notices", rows);
    }

    sealed record Line(Guid? Tenant, string Topic, Guid? Row);
}
