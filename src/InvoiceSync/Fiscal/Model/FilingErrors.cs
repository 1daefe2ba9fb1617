using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal.Model;

static class FilingErrors
{
    public static readonly Error NotFound = Error.NotFound("filing.not_found", "This invoice has not been filed yet.");
    public static readonly Error NotIntended = Error.Conflict("filing.not_intended", "This filing is not waiting to be sent.");
    public static readonly Error NotSent = Error.Conflict("filing.not_sent", "This filing is not with the authority.");
    public static readonly Error NotInDoubt = Error.Conflict("filing.not_in_doubt", "Nothing about this filing has to be decided.");
    public static readonly Error TurnLost = Error.Conflict("filing.turn_lost", "The series was given to another invoice meanwhile; this one waits for its turn again.");
    public static readonly Error NumberInvalid = Error.Invalid("filing.number_invalid", "Enter the number as it is printed, digits only.", "Number");
    public static readonly Error NumberTaken = Error.Refused("filing.number_taken", "Another invoice has this number already.");
    public static readonly Error InFlight = Error.Refused("filing.in_flight", "Some invoices are on their way. Wait until each has its answer, then change where invoices are filed.");
    public static readonly Error ProviderUnknown = Error.Invalid("filing.provider_unknown", "Invoices cannot be filed there.", "Provider");
    public static readonly Error ProviderUnconnected = Error.Refused("filing.provider_unconnected", "Connect it first, then choose it.");
    public static readonly Error NotRefused = Error.Refused("filing.not_refused", "Only a refused invoice can be filed again.");
    public static readonly Error NotKept = Error.Refused("filing.not_kept", "Only an invoice that was kept without filing can be filed after all.");
    public static readonly Error KeptHasNumber = Error.Refused("filing.kept_has_number", "Your company files by a program that gives invoices its own numbers, and the customer has this one under ours: credit it and write a new one instead.");
    public static readonly Error OriginalKept = Error.Refused("filing.original_kept", "It takes an invoice back that is kept: file that one, and this goes with it.");
    public static readonly Error BuyerFiles = Error.Refused("filing.by_buyer", "The buyer issues this invoice in your name and files it. You will find it in your mailbox.");
    public static readonly Error NotHeld = Error.Conflict("filing.not_held", "This filing is not being held: it is on its way.");
    public static readonly Error HoldInvalid = Error.Invalid("filing.hold_invalid", "Enter whole hours, from 0 to 72.", "Hours");
    public static readonly Error Settled = Error.Conflict("filing.settled", "This filing has its final answer already.");
    public static readonly Error FileMissing = Error.NotFound("filing.file_missing", "There is no such file yet.");
    public static readonly Error StateUnknown = Error.Refused("authorization.state_unknown", "This authorisation was not begun here, or more than ten minutes ago. Begin again.");
    public static readonly Error ClientMissing = Error.Invalid("anaf.client_missing", "Enter the client id and secret of the application you registered at ANAF.", "ClientId");
    public static readonly Error ProfileMissing = Error.Refused("company.profile_missing", "Fill in your company profile first: the authority is asked in its CUI's name.");

    public static Error Reconnect(string why) => Error.Unavailable("anaf.reconnect_needed", why);

    public static Error Unconnected(string title) => Error.Unavailable("filing.connection_missing", $"Connect {title} first.");

    public static Error Away(string why) => Error.Unavailable("anaf.unavailable", why);
}
