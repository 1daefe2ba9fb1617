namespace InvoiceSync.PostgreSql.Embedded;

/// <summary>The private cluster cannot run; the message tells the person at the keyboard what to do.</summary>
public sealed class EmbeddedPostgresException(string message, Exception? inner = null) : Exception(message, inner);
