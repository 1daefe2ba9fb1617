namespace InvoiceSync.SqlServer;

/// <summary>
/// Three ways in: the owner migrates, the app works behind the security policies, the platform passes them. One connection
/// string may serve all three; logins of their own, members of invoicesync_app and invoicesync_platform, are the stronger wall.
/// </summary>
public sealed record SqlServerOptions(string Owner, string App, string Platform);
