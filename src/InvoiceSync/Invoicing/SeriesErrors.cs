using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing;

static class SeriesErrors
{
    public static readonly Error NotFound = Error.NotFound("series.not_found", "There is no such number series.");
    public static readonly Error NameWrong = Error.Invalid("series.name_invalid", "A series has a name of 1 to 20 letters, digits and -.", "Name");

    public static readonly Error PatternWrong = Error.Invalid(
        "series.pattern_invalid",
        "Write the pattern like FACT-{yyyy}-{0000}: letters, digits, - / . and {yyyy}, {yy}, {MM} once each, with one counter of 1 to 9 zeros; {MM} needs a year. At most 30 characters.", "Pattern");

    public static readonly Error FirstWrong = Error.Invalid("series.first_invalid", "The first number is 1 to 999,999,999.", "First");
    public static readonly Error PatternTaken = Error.Invalid("series.pattern_taken", "Another series has this pattern: both would draw the same numbers.", "Pattern");
    public static readonly Error Begun = Error.Refused("series.begun", "Numbers were drawn from this series. Make another and let new invoices use it.");
    public static readonly Error LastDefault = Error.Refused("series.last_default", "New invoices draw from this series. Choose another for them first.");
}
