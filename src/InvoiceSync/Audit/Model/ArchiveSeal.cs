using System.Globalization;
using InvoiceSync.Kernel;

namespace InvoiceSync.Audit.Model;

/// <summary>The text signed over the state of a log where an archived month ended, line by line.</summary>
static class ArchiveSeal
{
    public static string Of(TenantId tenant, DateOnly month, Frontier frontier, byte[] head, DateTimeOffset at, string keyId) => string.Create(CultureInfo.InvariantCulture, $"""
        InvoiceSync audit archive v1
        tenant {tenant.Value:D}
        month {month:yyyy-MM}
        size {frontier.Size}
        root {Convert.ToBase64String(frontier.Root())}
        head {Convert.ToBase64String(head)}
        time {at.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}
        key {keyId}

        """).ReplaceLineEndings("\n");
}
