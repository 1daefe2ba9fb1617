using InvoiceSync.Kernel;

namespace InvoiceSync.Messaging;

static class MessagingErrors
{
    public static readonly Error AddressInvalid = Error.Invalid("mail.address_invalid", "Enter one complete e-mail address.", "Email");
    public static readonly Error LetterInvalid = Error.Invalid("mail.letter_invalid", "A mail needs one line of subject and a text, within 40,000 characters.");
    public static readonly Error NotFound = Error.NotFound("mail.not_found", "There is no such e-mail.");
    public static readonly Error OutboxClosed = Error.NotFound("mail.outbox_closed", "The outbox is open only while nothing but practice companies live here.");

    public static Error Refused(string reason) => Error.Refused("mail.refused", $"The mail server refused this e-mail: {reason}");

    public static Error Unavailable(string reason) => Error.Unavailable("mail.unavailable", $"The mail server cannot be reached: {reason}");
}
