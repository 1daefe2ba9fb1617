using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Kernel.Work;

/// <summary>Ready waits for its time; Running is leased by a node; Dead failed too often and waits for a person; Aside one that a person let go of.</summary>
public enum WorkState
{
    Ready,
    Running,
    Dead,
    Aside,
}

/// <summary>One piece of background work. Finished work is deleted: the queue holds only what is still owed.</summary>
public sealed class WorkItem : IForgettable
{
    public TenantId TenantId { get; init; }

    public Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Key { get; init; }

    public required string Body { get; init; }

    public WorkState State { get; init; }

    /// <summary>Asked for once more while it ran.</summary>
    public bool Again { get; init; }

    public int Attempts { get; init; }

    public DateTimeOffset DueAt { get; init; }

    public DateTimeOffset? LeaseUntil { get; init; }

    public Guid? LeaseBy { get; init; }

    public string? Problem { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    sealed class Mapped : IEntityTypeConfiguration<WorkItem>
    {
        public void Configure(EntityTypeBuilder<WorkItem> table)
        {
            table.TenantRow("work_items", w => w.Id);
            table.Property(w => w.Body).HasMaxLength(65536);
            table.Property(w => w.Problem).HasMaxLength(2000);
            table.HasIndex(w => new { w.TenantId, w.Name, w.Key }).IsUnique();
            table.HasIndex(w => new { w.State, w.TenantId, w.DueAt });
            table.HasIndex(w => new { w.State, w.LeaseUntil });
        }
    }
}
