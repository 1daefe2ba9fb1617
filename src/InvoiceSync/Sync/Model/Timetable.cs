using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Sync.Model;

/// <summary>A timetable somebody changed or stopped; without a row the usual one holds.</summary>
sealed class Timetable : Aggregate, INoticed
{
    public TimetableKind Kind { get; init; }

    public TimingCycle Cycle { get; private set; }

    public TimeOnly At { get; private set; }

    public DayOfWeek Weekday { get; private set; }

    public int MonthDay { get; private set; }

    public bool IsPaused { get; private set; }

    public Timing Timing => new(Cycle, At, Weekday, MonthDay);

    public string NoticeTopic => TimetableRun.Topic;

    public Guid NoticeId => Guid.Empty;

    public static Timetable Usual(TimetableKind kind)
    {
        var table = new Timetable { Kind = kind };
        table.Write(Timing.Usual(kind));
        return table;
    }

    public void Write(Timing timing)
    {
        Rule.Require(timing.IsValid, TimetableErrors.TimingInvalid);
        (Cycle, At, Weekday, MonthDay) = timing;
    }

    public void Pause(bool isPaused) => IsPaused = isPaused;

    sealed class Mapped : IEntityTypeConfiguration<Timetable>
    {
        public void Configure(EntityTypeBuilder<Timetable> table)
        {
            table.Aggregate("timetables", t => t.Kind);
            table.Ignore(t => t.Timing);
        }
    }
}
