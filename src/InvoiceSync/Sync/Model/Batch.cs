using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Sync.Model;

/// <summary>Many sales processed together: named one by one, or all of a range of days, which is planned first and then done exactly as shown.</summary>
sealed class Batch : Aggregate, INoticed, IForgettable
{
    public const string Topic = "batch";

    /// <summary>Days of one slice.</summary>
    public const int Week = 7;

    public BatchId Id { get; init; }

    /// <summary>Who asked (usr_…, key_…) and in whose name it is done.</summary>
    public string Owner { get; init; } = "";

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public bool Invoices { get; init; }

    public bool Charges { get; init; }

    /// <summary>The caller's own key for this batch and a digest of what it named, so that a repeated call is the same batch.</summary>
    public string? CallKey { get; init; }

    public string? CallDigest { get; init; }

    public BatchState State { get; private set; }

    /// <summary>The first day that is not planned yet.</summary>
    public DateOnly? PlannedTo { get; private set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    public bool IsBackfill => From is not null;

    public bool IsPlanned => !IsBackfill || PlannedTo > To;

    public string NoticeTopic => Topic;

    public Guid NoticeId => Id.Value;

    public void Start(DateTimeOffset now)
    {
        Rule.Require(State is BatchState.Planning or BatchState.Planned && IsPlanned, BatchErrors.NotPlanned);
        (State, StartedAt) = (BatchState.Running, now);
    }

    public void Stop()
    {
        Rule.Require(State is BatchState.Planning or BatchState.Running, BatchErrors.NotRunning);
        State = BatchState.Stopped;
    }

    public void Resume()
    {
        Rule.Require(State is BatchState.Stopped, BatchErrors.NotStopped);
        State = StartedAt is null ? BatchState.Planning : BatchState.Running;
    }

    public void Finish(DateTimeOffset now) => (State, FinishedAt) = (BatchState.Finished, now);

    /// <summary>Some of its rows are to be done once more.</summary>
    public void Reopen() => (State, FinishedAt) = (BatchState.Running, null);

    public void Plan(DateOnly next)
    {
        PlannedTo = next;
        if (IsPlanned && State is BatchState.Planning) State = BatchState.Planned;
    }

    sealed class Mapped : IEntityTypeConfiguration<Batch>
    {
        public void Configure(EntityTypeBuilder<Batch> table)
        {
            table.Aggregate("batches", b => b.Id);
            table.Ignore(b => b.IsBackfill);
            table.Ignore(b => b.IsPlanned);
            table.Property(b => b.Owner).HasMaxLength(64).IsUnicode(false);
            table.Property(b => b.CallDigest).HasMaxLength(64).IsUnicode(false);
            table.HasIndex(b => new { b.TenantId, b.Owner, b.CallKey }).IsUnique();
            table.HasIndex(b => new { b.TenantId, b.CreatedAt });
        }
    }
}
