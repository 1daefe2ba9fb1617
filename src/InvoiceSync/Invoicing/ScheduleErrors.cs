using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing;

static class ScheduleErrors
{
    public static readonly Error NotFound = Error.NotFound("schedule.not_found", "There is no such schedule.");
    public static readonly Error NameInvalid = Error.Invalid("schedule.unnamed", "Give the schedule a name of at most 100 characters.", "Name");
    public static readonly Error EveryInvalid = Error.Invalid("schedule.every_invalid", "Choose every 1 to 99 weeks, months, quarters or years.", "Every");
    public static readonly Error FirstInvalid = Error.Invalid("schedule.first_invalid", "The first day is today or later, at most five years ahead.", "First");
    public static readonly Error UntilInvalid = Error.Invalid("schedule.until_invalid", "It ends before it begins.", "Until");
    public static readonly Error CountInvalid = Error.Invalid("schedule.count_invalid", "Choose 1 to 1,000 invoices, or leave it open.", "Count");
    public static readonly Error Begun = Error.Invalid("schedule.already_begun", "It has begun: its days stay what they are. End it and make another one for other days.", "First");
    public static readonly Error Ended = Error.Refused("schedule.already_ended", "It has been ended. Make another one.");
    public static readonly Error Empty = Error.Refused("schedule.empty", "Enter buyer and lines first: each invoice takes them from here.");
    public static readonly Error NothingToRetry = Error.Refused("schedule.problem_gone", "Nothing stands in the way any more.");
    public static readonly Error CustomerArchived = Error.Refused("schedule.customer_archived", "The customer is archived. Restore it, or end the schedule; then try again.");
    public static readonly Error MailUnwanted = Error.Refused("schedule.mail_unwanted", "This customer takes no invoices by mail. Change that at the customer, or send it otherwise.");
}
