using Microsoft.Extensions.Logging;

namespace InvoiceSync.PostgreSql.Embedded;

/// <summary>
/// How to run the private cluster. <c>Reset</c> throws the old data away first; <c>Temporary</c> throws it
/// away at the end. Without <c>BinariesFolder</c> the newest fitting PostgreSQL of the machine is used.
/// </summary>
public sealed record EmbeddedPostgresOptions(string DataFolder)
{
    public bool Reset { get; init; }
    public bool Temporary { get; init; }

    /// <summary>Writes reach the disk before a commit is answered. Without, a power cut may ruin the cluster (a killed process does not): only for data nobody will miss.</summary>
    public bool Durable { get; init; } = true;

    public string? BinariesFolder { get; init; }
    public ILogger? Logger { get; init; }
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(2);
}
