using InvoiceSync.Kernel;

namespace InvoiceSync.Sync.Model;

static class TimetableErrors
{
    public static readonly Error TimingInvalid = Error.Invalid("timetable.timing_invalid", "Choose a time, and a weekday or a day of the month from 1 to 28.", "At");
    public static readonly Error RunNotFound = Error.NotFound("timetable_run.not_found", "There is no such run.");
    public static readonly Error Running = Error.Conflict("timetable.running", "It is running already.");
}
