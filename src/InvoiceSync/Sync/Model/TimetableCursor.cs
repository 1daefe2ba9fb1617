using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Sync.Model;

/// <summary>
/// The marks of a timetable: what came due since LookedAt is begun, once, by whoever moves it on, and reads what was sold since ReadTo. No
/// aggregate: the clock is no change that anybody audits.
/// </summary>
sealed class TimetableCursor : ITenantOwned
{
    public TenantId TenantId { get; init; }

    public TimetableKind Kind { get; init; }

    public DateTimeOffset LookedAt { get; set; }

    public DateTimeOffset? ReadTo { get; set; }

    public TimetableMarks Marks => new(LookedAt, ReadTo);

    sealed class Mapped : IEntityTypeConfiguration<TimetableCursor>
    {
        public void Configure(EntityTypeBuilder<TimetableCursor> table)
        {
            table.TenantRow("timetable_cursors", c => c.Kind);
            table.Ignore(c => c.Marks);
        }
    }
}
