using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing;

static class ReminderErrors
{
    public static readonly Error NothingOpen = Error.Refused("reminder.nothing_open", "Nothing is owed by this invoice: there is nothing to remind of.");
    public static readonly Error Off = Error.Refused("reminder.off", "Reminders are switched off, or paused for this invoice.");
    public static readonly Error Repeated = Error.Refused("reminder.repeated", "This reminder has had its time already.");
    public static readonly Error Moved = Error.Conflict("reminder.moved", "Something was paid or taken back meanwhile. Look again.");
    public static readonly Error DaysWrong = Error.Invalid("reminder.days_invalid", "Enter one to eight different days from -30 to 120, such as -3, 1, 7, 14. Below zero is before the invoice is due.", "Days");
}
