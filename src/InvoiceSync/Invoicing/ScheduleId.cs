using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing;

/// <summary>Names one schedule that makes invoices by the calendar; outside sch_….</summary>
public readonly record struct ScheduleId(Guid Value) : IId<ScheduleId>
{
    public static string Prefix => "sch";

    public static ScheduleId From(Guid value) => new(value);

    public override string ToString() => this.ToText();
}
