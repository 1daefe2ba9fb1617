using System.Text.Json.Serialization;
using InvoiceSync.Invoicing;

namespace InvoiceSync.Web.Invoicing;

/// <summary>
/// A schedule as a program writes it: what each invoice says, without its dates, and on which days of the company's calendar one is made. Each day is
/// counted from the first: 31 January, 28 February, 31 March.
/// </summary>
sealed record NewSchedule(
    string Name,
    NewInvoice Invoice,
    DateOnly FirstOn,
    ScheduleUnit Unit,
    int Every = 1,
    bool LastDayOfMonth = false,
    DateOnly? Until = null,
    int? Count = null,
    bool IssueAutomatically = false,
    bool SendByMail = false)
{
    [JsonIgnore]
    public ScheduleSetup Setup => new(Name, new(FirstOn, Every, Unit, LastDayOfMonth, Until, Count), IssueAutomatically, SendByMail);

    /// <summary>A schedule as a PUT would write it.</summary>
    public static NewSchedule Of(GetSchedule.View kept)
    {
        var (setup, terms) = (kept.Row.Setup, kept.Row.Setup.Terms);
        return new(setup.Name, NewInvoice.Of(kept.Row.Content), terms.First, terms.Unit, terms.Every, terms.LastDay, terms.Until, terms.Count, setup.IssuesItself, setup.SendsMail);
    }
}
