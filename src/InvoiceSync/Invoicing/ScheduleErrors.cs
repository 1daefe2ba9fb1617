using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing;

static class ScheduleErrors
{
    public static readonly Error NotFound = Error.NotFound("schedule.not_found", "There is no such schedule.");
    public static readonly Error NameInvalid = Error.Invalid("schedule.unnamed", "Give the schedule a name of at most 100 characters.", "Name");
    public static readonly Error EveryInvalid = Error.Invalid("schedule.every_invalid", "Choose every 1 to 99 weeks, months, quarters or years.", "Every");
    public static readonly Error FirstInvalid = Error.Invalid("schedule.first_invalid", "The first day is at most a year back and five years ahead.", "First");
    public static readonly Error UntilInvalid = Error.Invalid("schedule.until_invalid", "It ends before it begins.", "Until");
    public static readonly Error CountInvalid = Error.Invalid("schedule.count_invalid", "Choose 1 to 1,000 invoices, or leave it open.", "Count");
    public static readonly Error Empty = Error.Refused("schedule.empty", "Enter buyer and lines first: each invoice takes them from here.");
}
