using InvoiceSync.Kernel;

namespace InvoiceSync.Payments.Model;

static class PaymentErrors
{
    public static readonly Error NotFound = Error.NotFound("payment.not_found", "There is no such payment.");
    public static readonly Error InvoicesInvalid = Error.Invalid("payment.invoices_invalid", "Say which invoices are paid: 1 to 100, each once.", "Invoices");
    public static readonly Error DateInvalid = Error.Invalid("payment.date_invalid", "Choose a date from the year 2000 to today.", "Date");
    public static readonly Error AmountInvalid = Error.Invalid("payment.amount_invalid", "Give an amount above zero in whole minor units of the currency, such as 12.34 in RON.", "Amount");
    public static readonly Error CurrencyDiffers = Error.Invalid("payment.currency_differs", "An invoice is settled in its own currency. Convert the amount at the bank's rate and record it in the invoice's currency.", "Currency");
    public static readonly Error PartsDiffer = Error.Invalid("payment.parts_differ", "The amounts for the invoices come to more than was paid.", "Amount");
    public static readonly Error TooLittle = Error.Invalid("payment.too_little", "The money does not reach all these invoices. Leave out those it is not for.", "Amount");
    public static readonly Error TextTooLong = Error.Invalid("payment.text_too_long", "A reference has at most 140 characters, a note at most 500.", "Note");
    public static readonly Error ReasonMissing = Error.Invalid("payment.reason_missing", "Say why in a few words, at most 200 characters.", "Reason");
    public static readonly Error CustomersDiffer = Error.Refused("payment.customers_differ", "One payment is for invoices of one customer. Record one for each customer.");
    public static readonly Error RequestUsed = Error.Conflict("payment.request_used", "Another payment was recorded under this request.");
    public static readonly Error NoCredit = Error.Refused("payment.credit_missing", "Nothing of this payment is left over.");
    public static readonly Error CreditExceeded = Error.Refused("payment.credit_exceeded", "That is more than is left over of this payment.");
    public static readonly Error RefundExceeded = Error.Refused("payment.refund_exceeded", "That is more than is left of this payment.");
    public static readonly Error Refunded = Error.Refused("payment.refunded", "Some of this payment was given back. It cannot be reversed any more; refund the rest.");
    public static readonly Error Reversed = Error.Refused("payment.reversed", "This payment was reversed.");
}
