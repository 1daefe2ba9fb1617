namespace InvoiceSync.PostgreSql;

/// <summary>
/// Three ways in: the owner migrates, the app role works behind row-level security, the platform role passes the fence.
/// Neither of the last two owns anything or may bypass the policies.
/// </summary>
public sealed record PostgreSqlOptions(string Owner, string App, string Platform);
