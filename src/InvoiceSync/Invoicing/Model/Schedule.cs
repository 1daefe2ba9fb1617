using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Invoicing.Model;

/// <summary>Makes an invoice of the same content on each of its days. A day is made once: the database holds (schedule, period) unique.</summary>
sealed class Schedule : Aggregate, INoticed
{
    public const int LongestName = 100;

    public ScheduleId Id { get; init; }

    public string Owner { get; init; } = "";

    public string Name { get; set; } = "";

    public DraftContent Content { get; init; } = new();

    public ScheduleTerms Terms { get; private set; } = new(default, 1, ScheduleUnit.Months);

    /// <summary>Issues what it makes; otherwise a person does.</summary>
    public bool IssuesItself { get; set; }

    public bool IsPaused { get; private set; }

    /// <summary>The period that is made next, and its day; null when it has ended.</summary>
    public int Next { get; private set; }

    public DateOnly? NextOn { get; private set; }

    public DateTimeOffset MadeAt { get; init; }

    public string NoticeTopic => "schedule";

    public Guid NoticeId => Id.Value;

    public void Set(ScheduleTerms terms)
    {
        Terms = terms;
        NextOn = terms.DayOf(Next);
    }

    public void Advance()
    {
        Next++;
        NextOn = Terms.DayOf(Next);
    }

    public void Pause() => IsPaused = true;

    /// <summary>Goes on with the first day still to come: what fell into the pause is not made up.</summary>
    public void Resume(DateOnly today)
    {
        if (!IsPaused) return;
        IsPaused = false;
        while (NextOn < today) Advance();
    }

    sealed class Mapped : IEntityTypeConfiguration<Schedule>
    {
        public void Configure(EntityTypeBuilder<Schedule> table)
        {
            table.Aggregate("schedules", s => s.Id);
            table.Property(s => s.Owner).HasMaxLength(64).IsUnicode(false);
            table.Property(s => s.Name).HasMaxLength(LongestName);
            table.Property(s => s.Content).AsJson();
            table.Property(s => s.Terms).AsJson();
            table.HasIndex(s => new { s.TenantId, s.NextOn });
            table.HasIndex(s => new { s.TenantId, s.MadeAt, s.Id });
        }
    }
}
