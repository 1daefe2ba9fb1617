using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal.Model;

static class BooksErrors
{
    public static readonly Error NotInBooks = Error.Refused("books.not_there", "This invoice is not in SmartBill.");
    public static readonly Error StepImpossible = Error.Refused("books.step_impossible", "It does not stand in SmartBill the way this needs it to.");
    public static readonly Error StepUnderWay = Error.Conflict("books.step_under_way", "Another change of it in SmartBill is not settled yet. Settle that one first.");
    public static readonly Error NothingUnderWay = Error.Conflict("books.step_settled", "Nothing about it in SmartBill has to be decided.");
    public static readonly Error CreditInstead = Error.Refused("books.credit_instead", "It is paid or credited in part, or the customer has it already: credit it instead.");
    public static readonly Error SeriesBusy = Error.Conflict("books.series_busy", "SmartBill is making another invoice of this series right now. Try again in a moment.");
    public static readonly Error ReasonMissing = Error.Invalid("books.reason_missing", "Say why in a few words, at most 200 characters.", "Reason");
    public static readonly Error Unsure = Error.Unavailable("books.step_unsure", "SmartBill's answer was lost. Look there whether it was done, then say so here.");

    public static Error Refused(string text) => Error.Refused("books.step_refused", text);
}
