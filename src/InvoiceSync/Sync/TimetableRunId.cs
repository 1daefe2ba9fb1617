using InvoiceSync.Kernel;

namespace InvoiceSync.Sync;

/// <summary>Names one run of a timetable; outside ttr_….</summary>
public readonly record struct TimetableRunId(Guid Value) : IId<TimetableRunId>
{
    public static string Prefix => "ttr";

    public static TimetableRunId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}
