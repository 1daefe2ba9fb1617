using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.News;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Sync.Model;

/// <summary>One run of a timetable: when it was due, what it found, how long it took, what troubled it.</summary>
sealed class TimetableRun : IForgettable, INoticed
{
    public const string Topic = "timetable";
    const int LongestTrouble = 500;

    public TenantId TenantId { get; init; }

    public TimetableRunId Id { get; init; }

    public TimetableKind Kind { get; init; }

    public DateTimeOffset DueAt { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>Who started it by hand (usr_…); null when the clock did.</summary>
    public string? StartedBy { get; init; }

    public SyncRunId? Sync { get; init; }

    public int Found { get; private set; }

    /// <summary>Of the found: sales that were read, or customers that were made or completed.</summary>
    public int Handled { get; private set; }

    public string? Trouble { get; private set; }

    public string NoticeTopic => Topic;

    public Guid NoticeId => Id.Value;

    public void See(int found, int handled, string? trouble) =>
        (Found, Handled, Trouble) = (found, handled, trouble is { Length: > LongestTrouble } ? trouble[..LongestTrouble] : trouble);

    public void Finish(DateTimeOffset now) => FinishedAt ??= now;

    /// <summary>What people are told of how it stands.</summary>
    public TellNews News() => new(
        Trouble is null ? NewsKind.Finished : NewsKind.Failed, Id.ToString(), Kind switch { TimetableKind.Daily => NewsSubject.Daily, TimetableKind.Full => NewsSubject.Full, _ => NewsSubject.Customers },
        Handled, Found - Handled, Trouble);

    sealed class Mapped : IEntityTypeConfiguration<TimetableRun>
    {
        public void Configure(EntityTypeBuilder<TimetableRun> table)
        {
            table.TenantRow("timetable_runs", r => r.Id);
            table.Property(r => r.StartedBy).HasMaxLength(64).IsUnicode(false);
            table.Property(r => r.Trouble).HasMaxLength(LongestTrouble);
            table.HasIndex(r => new { r.TenantId, r.StartedAt });
        }
    }
}

static class TimetableTables
{
    extension(InvoiceSyncDb db)
    {
        public DbSet<Timetable> Timetables => db.Set<Timetable>();

        public DbSet<TimetableCursor> TimetableCursors => db.Set<TimetableCursor>();

        public DbSet<TimetableRun> TimetableRuns => db.Set<TimetableRun>();
    }
}
