using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>The months of the log that lie in the archive, oldest first: since when they are there, and what of them is gone.</summary>
[Requires("audit.read")]
public sealed record ListArchives : IQuery<IReadOnlyList<ListArchives.Row>>
{
    /// <summary>First and Last are numbers of entries. DroppedAt is when the rows left the database, FileDeletedAt when the file was let go.</summary>
    public sealed record Row(DateOnly Month, long First, long Last, string Root, string File, string Sha256, long Bytes, DateTimeOffset ArchivedAt, DateTimeOffset? DroppedAt, DateTimeOffset? FileDeletedAt);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ListArchives, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(ListArchives query, CancellationToken ct) =>
            [.. (await db.ArchivedMonths.AsNoTracking().OrderBy(m => m.Month).ToListAsync(ct)).Select(Row)];

        static Row Row(ArchivedMonth m) => new(
            m.Month,
            m.FirstSeq,
            m.Size,
            Convert.ToBase64String(m.Root),
            m.File,
            Convert.ToHexStringLower(m.Digest),
            m.Bytes,
            m.ArchivedAt,
            m.DroppedAt,
            m.FileDeletedAt);
    }
}
