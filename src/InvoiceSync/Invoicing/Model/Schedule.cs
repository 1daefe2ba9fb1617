using InvoiceSync.Customers;
using InvoiceSync.Kernel;
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

    public string Name { get; private set; } = "";

    public DraftContent Content { get; private set; } = new();

    public CustomerId? CustomerId { get; private set; }

    public ScheduleTerms Terms { get; private set; } = new(default, 1, ScheduleUnit.Months);

    /// <summary>Issues what it makes; otherwise a person does.</summary>
    public bool IssuesItself { get; private set; }

    /// <summary>Mails what was issued of it.</summary>
    public bool SendsMail { get; private set; }

    public bool IsPaused { get; private set; }

    /// <summary>The period that is made next, and its day; null when it has ended.</summary>
    public int Next { get; private set; }

    public DateOnly? NextOn { get; private set; }

    /// <summary>Days left out in pauses: so many invoices are still to come, however long it rested.</summary>
    public int Skipped { get; private set; }

    /// <summary>When somebody ended it for good.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Why the next one could not be made; null when nothing stands in the way.</summary>
    public string? Problem { get; private set; }

    public string? ProblemText { get; private set; }

    public DateTimeOffset MadeAt { get; init; }

    public DateTimeOffset ChangedAt { get; private set; }

    public string NoticeTopic => "schedule";

    public Guid NoticeId => Id.Value;

    public ScheduleSetup Setup => new(Name, Terms, IssuesItself, SendsMail);

    public ScheduleState State => NextOn is null ? ScheduleState.Ended : IsPaused ? ScheduleState.Paused : ScheduleState.Active;

    public IEnumerable<DateOnly> Days => NextOn is null ? [] : Counted.From(Next);

    ScheduleTerms Counted => Terms with { Count = Terms.Count + Skipped };

    /// <summary>What each invoice says from now on. The dates are left open.</summary>
    public void Say(DraftContent content, DateTimeOffset now)
    {
        DraftLimits.Check(content);
        Rule.Require(content.Buyer.Name.Length > 0 && content.Lines.Any(line => !line.IsEmpty), ScheduleErrors.Empty);
        Content = content with { IssueOn = null, DueOn = null, SuppliedFrom = null, SuppliedTo = null };
        (CustomerId, ChangedAt) = (content.CustomerId, now);
    }

    /// <summary>Its customer turned out to be another one.</summary>
    public void Follow(CustomerId into) => (CustomerId, Content) = (into, Content with { CustomerId = into });

    /// <summary>Works so from now on. Its days are fixed once it has begun; one that had come to its end goes on with a day still to come.</summary>
    public void Set(ScheduleSetup setup, DateOnly today, DateTimeOffset now)
    {
        Rule.Require(EndedAt is null, ScheduleErrors.Ended);
        var (had, isNew) = (NextOn is not null, Name.Length == 0);
        if (isNew || !setup.Terms.SameDays(Terms))
        {
            Rule.Require(Next == 0, ScheduleErrors.Begun);
            setup.Terms.Check(today);
        }

        setup.Terms.CheckEnd();
        (Name, Terms, IssuesItself, SendsMail, ChangedAt) = (setup.Name, setup.Terms, setup.IssuesItself, setup.SendsMail, now);
        NextOn = Counted.DayOf(Next);
        if (!had && !isNew) SkipTo(today);
    }

    public void Advance()
    {
        Next++;
        NextOn = Counted.DayOf(Next);
    }

    public void Pause(DateTimeOffset now)
    {
        Rule.Require(NextOn is not null, ScheduleErrors.Ended);
        (IsPaused, ChangedAt) = (true, now);
    }

    /// <summary>Goes on with the first day still to come: what fell into the pause is not made up.</summary>
    public void Resume(DateOnly today, DateTimeOffset now)
    {
        Rule.Require(NextOn is not null, ScheduleErrors.Ended);
        if (!IsPaused) return;
        (IsPaused, ChangedAt) = (false, now);
        SkipTo(today);
    }

    /// <summary>For good. What it made stays.</summary>
    public void End(DateTimeOffset now)
    {
        if (EndedAt is not null) return;
        (EndedAt, ChangedAt, NextOn, IsPaused) = (now, now, null, false);
        Note(null);
    }

    public void Note(Error? problem) => (Problem, ProblemText) = (problem?.Code, problem is null ? null : PlainText.Fit(problem.Message, ScheduledInvoice.LongestProblem));

    void SkipTo(DateOnly today)
    {
        while (NextOn < today)
        {
            Skipped++;
            Advance();
        }
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
            table.Property(s => s.Problem).HasMaxLength(100).IsUnicode(false);
            table.Property(s => s.ProblemText).HasMaxLength(ScheduledInvoice.LongestProblem);
            table.HasIndex(s => new { s.TenantId, s.NextOn });
            table.HasIndex(s => new { s.TenantId, s.MadeAt, s.Id });
            table.HasIndex(s => new { s.TenantId, s.CustomerId });
        }
    }
}
