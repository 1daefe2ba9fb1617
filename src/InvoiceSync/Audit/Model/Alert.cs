using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Audit.Model;

/// <summary>Something in the log that owners should look at; one for each cause and hour.</summary>
sealed class Alert : ITenantOwned, INoticed
{
    public TenantId TenantId { get; init; }

    public AlertId Id { get; init; }

    public AlertKind Kind { get; init; }

    /// <summary>Who gave cause (usr_…, key_…); empty when it was not one alone.</summary>
    public required string About { get; init; }

    /// <summary>The hour (UTC) of the entry that gave cause.</summary>
    public DateTimeOffset Hour { get; init; }

    public DateTimeOffset At { get; init; }

    public int Count { get; init; }

    /// <summary>The filter of the activity page that shows the entries, as it stands in an address.</summary>
    public required string Filter { get; init; }

    public string NoticeTopic => "alert";

    public Guid NoticeId => Id.Value;

    sealed class Mapped : IEntityTypeConfiguration<Alert>
    {
        public void Configure(EntityTypeBuilder<Alert> table)
        {
            table.TenantRow("alerts", a => a.Id);
            table.Property(a => a.About).HasMaxLength(64);
            table.Property(a => a.Filter).HasMaxLength(500);
            table.HasIndex(a => new { a.TenantId, a.Kind, a.About, a.Hour }).IsUnique();
            table.HasIndex(a => new { a.TenantId, a.At, a.Id });
        }
    }
}
