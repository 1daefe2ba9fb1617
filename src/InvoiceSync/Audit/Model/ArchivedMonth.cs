using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Audit.Model;

/// <summary>A month of a tenant's log that lies in a file. The row stays for good: what the chain was when the month ended.</summary>
sealed class ArchivedMonth : ITenantOwned
{
    public TenantId TenantId { get; init; }

    /// <summary>Its first day.</summary>
    public DateOnly Month { get; init; }

    public long FirstSeq { get; init; }

    /// <summary>The number of its last entry: so many entries the log had when the month ended.</summary>
    public long Size { get; init; }

    /// <summary>The hash of its last entry.</summary>
    public required byte[] Head { get; init; }

    /// <summary>The roots of whole subtrees at Size; what follows goes on from them.</summary>
    public required byte[] Frontier { get; init; }

    public required byte[] Root { get; init; }

    public required string File { get; init; }

    /// <summary>SHA-256 of the file.</summary>
    public required byte[] Digest { get; init; }

    public long Bytes { get; init; }

    public DateTimeOffset ArchivedAt { get; init; }

    /// <summary>When its rows left the database.</summary>
    public DateTimeOffset? DroppedAt { get; init; }

    public DateTimeOffset? FileDeletedAt { get; init; }

    sealed class Mapped : IEntityTypeConfiguration<ArchivedMonth>
    {
        public void Configure(EntityTypeBuilder<ArchivedMonth> table) => table.TenantRow("archives", m => m.Month);
    }
}

static class ArchivedFiles
{
    /// <summary>The file of a month; that it is not where it should be is told, not thrown about.</summary>
    public static Stream Read(this ILogArchive archive, ArchivedMonth month)
    {
        try
        {
            return archive.Open(month.TenantId, month.File);
        }
        catch (IOException)
        {
            throw new RuleBrokenException(AuditErrors.ArchiveMissing);
        }
    }
}
