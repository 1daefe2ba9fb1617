using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal.Model;

static class FilingErrors
{
    public static readonly Error NotFound = Error.NotFound("filing.not_found", "This invoice has not been filed yet.");
    public static readonly Error NotIntended = Error.Conflict("filing.not_intended", "This filing is not waiting to be sent.");
    public static readonly Error NotSent = Error.Conflict("filing.not_sent", "This filing is not with the authority.");
    public static readonly Error NotRefused = Error.Refused("filing.not_refused", "Only a refused invoice can be filed again.");
    public static readonly Error Settled = Error.Conflict("filing.settled", "This filing has its final answer already.");
    public static readonly Error FileMissing = Error.NotFound("filing.file_missing", "There is no such file yet.");
    public static readonly Error StateUnknown = Error.Refused("authorization.state_unknown", "This authorisation was not begun here, or more than ten minutes ago. Begin again.");
    public static readonly Error ClientMissing = Error.Invalid("anaf.client_missing", "Enter the client id and secret of the application you registered at ANAF.", "ClientId");
    public static readonly Error ProfileMissing = Error.Refused("company.profile_missing", "Fill in your company profile first: the authority is asked in its CUI's name.");

    public static Error Reconnect(string why) => Error.Unavailable("anaf.reconnect_needed", why);

    public static Error Away(string why) => Error.Unavailable("anaf.unavailable", why);
}
