using InvoiceSync.Kernel;

namespace InvoiceSync.Messaging;

static class MessagingErrors
{
    public static readonly Error AddressInvalid = Error.Invalid("mail.address_invalid", "Enter one complete e-mail address.", "Email");
    public static readonly Error CopyInvalid = Error.Invalid("mail.copy_invalid", "Enter at most ten complete e-mail addresses for copies.", "Cc");
    public static readonly Error LetterInvalid = Error.Invalid("mail.letter_invalid", "A mail needs one line of subject and a text, within 40,000 characters.");
    public static readonly Error NotFound = Error.NotFound("mail.not_found", "There is no such e-mail.");
    public static readonly Error OutboxClosed = Error.NotFound("mail.outbox_closed", "The outbox is open only while nothing but practice companies live here.");
    public static readonly Error AttemptTaken = Error.Conflict("mail.attempt_taken", "Somebody else is sending this at the same moment. Look again, then repeat.");
    public static readonly Error Forgotten = Error.Refused("mail.forgotten", "The words of this mail are no longer kept. Send it from the invoice.");
    public static readonly Error NotTroubled = Error.Refused("mail.not_troubled", "This mail is on its way or has arrived. Send the invoice again from its page.");
    public static readonly Error SenderNameInvalid = Error.Invalid("mail.sender_name_invalid", "The sender's name is one line of at most 100 characters.", "SenderName");
    public static readonly Error ServerRefused = Error.Invalid("mail.server_refused", "Enter a public mail server by its name, and port 25, 465, 587 or 2525.", "Host");
    public static readonly Error UserInvalid = Error.Invalid("mail.user_invalid", "The user name is one line of at most 100 characters.", "User");
    public static readonly Error PasswordMissing = Error.Invalid("mail.password_missing", "Type the password. A kept one is not sent to another server, user or way than it was given for.", "Password");
    public static readonly Error PasswordInClear = Error.Invalid("mail.password_in_clear", "Without encryption the password would be read on its way. Choose STARTTLS or TLS, or no user.", "Safety");
    public static readonly Error LanguageUnknown = Error.Invalid("template.language_unknown", "Templates are in ro or en.", "Language");
    public static readonly Error SubjectInvalid = Error.Invalid("template.subject_invalid", "The subject is one line of at most 200 characters.", "Subject");
    public static readonly Error TextMissing = Error.Invalid("template.text_missing", "A template needs a text and HTML, each at most 20,000 characters.", "Text");

    public static Error TagUnknown(string tag, string field) => Error.Invalid("template.tag_unknown", $"{{{{{tag}}}}} is not understood. Use the variables of the list, and #if or #unless with one of them.", field);

    public static Error Unreadable(string field) => Error.Invalid("template.unreadable", "An #if or #unless is not closed, or closed without being opened.", field);

    public static Error Refused(string reason) => Error.Refused("mail.refused", $"The mail server refused this e-mail: {reason}");

    public static Error Unavailable(string reason) => Error.Unavailable("mail.unavailable", $"The mail server cannot be reached: {reason}");
}
