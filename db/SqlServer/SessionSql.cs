using InvoiceSync.Kernel.Data;

namespace InvoiceSync.SqlServer;

/// <summary>How a connection says whose rows it may touch. kernel.tenant_wall, behind every security policy, reads it.</summary>
static class SessionSql
{
    public const string Platform = "exec sys.sp_set_session_context N'platform', 1, @read_only = 1;";

    const string Tenant = "exec sys.sp_set_session_context N'tenant', @tenant, @read_only = 1;";

    public static string Enter(DbScope scope) => scope.IsPlatform ? Platform : Tenant;
}
