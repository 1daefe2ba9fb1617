using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal.Model;

static class MailboxErrors
{
    public static readonly Error NotFound = Error.NotFound("message.not_found", "There is no such message in the mailbox.");
    public static readonly Error FileMissing = Error.NotFound("message.file_missing", "This message has no such file.");
    public static readonly Error NotAnswerable = Error.Refused("message.not_answerable", "Only the sender of a received invoice can be answered.");
    public static readonly Error TextMissing = Error.Invalid("message.text_missing", "Write what the supplier shall read, at most 500 characters.", "Text");
    public static readonly Error NotPrintable = Error.Refused("message.not_printable", "ANAF prints invoices only, and this one could not be printed.");
    public static readonly Error AnswerPending = Error.Conflict("message.answer_pending", "An answer is on its way already, or nobody knows yet whether it arrived. Wait for the mailbox to show it.");
}
