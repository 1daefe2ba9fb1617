using System.Globalization;
using InvoiceSync.Invoicing;

namespace InvoiceSync.Web.Invoicing;

/// <summary>A schedule while it is being typed. A figure that is none becomes one the command refuses at its field.</summary>
public sealed class ScheduleForm
{
    const string IsoDay = "yyyy-MM-dd";

    public ScheduleForm(string name, DateOnly first) => (Name, First) = (name, Text(first));

    public ScheduleForm(ScheduleSetup kept) : this(kept.Name, kept.Terms.First)
    {
        (Every, Unit, LastDay) = (kept.Terms.Every.ToString(CultureInfo.InvariantCulture), kept.Terms.Unit.ToString(), kept.Terms.LastDay);
        (IssuesItself, SendsMail) = (kept.IssuesItself, kept.SendsMail);
        (Until, Count) = (kept.Terms.Until is { } until ? Text(until) : null, kept.Terms.Count?.ToString(CultureInfo.InvariantCulture));
    }

    public string? Name { get; set; }
    public string? First { get; set; }
    public string? Every { get; set; } = "1";
    public string? Unit { get; set; } = nameof(ScheduleUnit.Months);
    public bool LastDay { get; set; }
    public string? Until { get; set; }
    public string? Count { get; set; }
    public bool IssuesItself { get; set; }
    public bool SendsMail { get; set; }

    public ScheduleSetup Setup => new(Name ?? "", Terms, IssuesItself, SendsMail);

    public ScheduleTerms Terms => new(Day(First) ?? default, Whole(Every), Enum.TryParse<ScheduleUnit>(Unit, out var unit) ? unit : ScheduleUnit.Months, LastDay, Day(Until), CountOf);

    int? CountOf => string.IsNullOrWhiteSpace(Count) ? null : Whole(Count);

    static int Whole(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, IsoDay, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    static string Text(DateOnly day) => day.ToString(IsoDay, CultureInfo.InvariantCulture);
}
