using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing.Model;

static class InvoiceErrors
{
    public static readonly Error NotFound = Error.NotFound("invoice.not_found", "There is no such invoice.");
    public static readonly Error Filed = Error.Refused("invoice.filed", "The authority has accepted this invoice. Only a credit note can correct it now.");
    public static readonly Error Kept = Error.Refused("invoice.kept", "This invoice stands without being filed. Only a credit note can correct it now.");
    public static readonly Error NumberTaken = Error.Refused("invoice.number_taken", "Another invoice of this company has this number already. Change one of the two in Stripe, then read the sale again.");
    public static readonly Error SettledAlready = Error.Refused("invoice.settled_already", "Nothing is open on this invoice any more.");
    public static readonly Error PaidBeyond = Error.Refused("invoice.paid_beyond_open", "That is more than is open on this invoice.");
    public static readonly Error UnpaidBeyond = Error.Refused("invoice.unpaid_beyond_paid", "That is more than was paid on this invoice.");
    public static readonly Error CurrencyDiffers = Error.Invalid("payment.currency_differs", "An invoice is settled in its own currency. Convert the amount at the bank's rate and record it in the invoice's currency.", "Currency");
    public static readonly Error AmountInvalid = Error.Invalid("payment.amount_invalid", "Give an amount above zero in whole minor units of the currency, such as 12.34 in RON.", "Amount");
    public static readonly Error ReasonMissing = Error.Invalid("write_off.reason_missing", "Say why in a few words, at most 200 characters.", "Reason");
    public static readonly Error NotOwn = Error.Refused("invoice.not_own", "This invoice comes from a sale elsewhere. Void it there, or credit it here.");
    public static readonly Error VoidedAlready = Error.Refused("invoice.voided_already", "This invoice is void.");
    public static readonly Error VoidedTooLate = Error.Refused("invoice.voided_too_late", "It is paid in part, credited, or may be with the authority already: credit it instead.");
    public static readonly Error VoidReasonMissing = Error.Invalid("invoice.void_reason_missing", "Say why in a few words, at most 200 characters.", "Reason");
    public static readonly Error NotWrittenOff = Error.Refused("invoice.not_written_off", "Nothing of this invoice was written off.");
    public static readonly Error RateMissing = Error.Unavailable("rate.missing", "There is no official exchange rate for this date yet. It is fetched again soon.");
    public static readonly Error RecipientMissing = Error.Invalid("invoice.recipient_missing", "There is no e-mail address on this invoice. Enter where to send it.", "To");
    public static readonly Error NumberAwaited = Error.Conflict("invoice.number_awaited", "SmartBill gives this invoice its number, and has not yet. It can be sent then.");
    public static readonly Error MessageTooLong = Error.Invalid("invoice.message_too_long", "The message has at most 2,000 characters.", "Message");
    public static readonly Error MailMissing = Error.Refused("invoice.mail_missing", "No mail server is set up. Enter one under Settings, Mail.");
}
