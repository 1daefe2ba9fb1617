using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal.Model;

static class BooksErrors
{
    public static readonly Error NotInBooks = Error.Refused("books.not_there", "This invoice is not in SmartBill.");
    public static readonly Error StepImpossible = Error.Refused("books.step_impossible", "It does not stand in SmartBill the way this needs it to.");
    public static readonly Error StepUnderWay = Error.Conflict("books.step_under_way", "Another change of it in SmartBill is not settled yet. Settle that one first.");
    public static readonly Error NothingUnderWay = Error.Conflict("books.step_settled", "Nothing about it in SmartBill has to be decided.");
    public static readonly Error CreditInstead = Error.Refused("books.credit_instead", "It is paid or credited in part, or the customer has it already: credit it instead.");
    public static readonly Error SeriesBusy = Error.Conflict("books.series_busy", "SmartBill is making another document of this series right now. Try again in a moment.");
    public static readonly Error ReasonMissing = Error.Invalid("books.reason_missing", "Say why in a few words, at most 200 characters.", "Reason");
    public static readonly Error Unsure = Error.Unavailable("books.step_unsure", "SmartBill's answer was lost. Look there whether it was done, then say so here.");
    public static readonly Error EstimateNotThere = Error.Refused("books.estimate_not_there", "This pro-forma or quote is not in SmartBill.");
    public static readonly Error EstimateAsked = Error.Conflict("books.estimate_asked", "It is in SmartBill already, or on its way there.");
    public static readonly Error EstimateSettled = Error.Conflict("books.estimate_settled", "Nothing about this pro-forma or quote in SmartBill has to be decided.");
    public static readonly Error EstimateOver = Error.Refused("books.estimate_over", "It was declined or invoiced already: it is not made in SmartBill any more.");
    public static readonly Error FiledElsewhere = Error.Refused("books.filed_elsewhere", "This company does not file by SmartBill. Choose it under Where invoices are filed first.");
    public static readonly Error NoRecipient = Error.Invalid("books.recipient_missing", "Enter one complete e-mail address of the customer.", "To");
    public static readonly Error MailUnsure = Error.Unavailable("books.mail_unsure", "SmartBill's answer was lost: the mail may have left. Look there before you send it again.");

    public static Error Refused(string text) => Error.Refused("books.step_refused", text);
}
