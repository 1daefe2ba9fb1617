using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal.Model;

static class OutageErrors
{
    public static readonly Error NotFound = Error.NotFound("outage.not_found", "There is no such outage in the list.");
    public static readonly Error NotEnded = Error.Conflict("outage.not_ended", "Say first that it is over.");
    public static readonly Error Ended = Error.Conflict("outage.ended", "It is over already.");
    public static readonly Error FromInvalid = Error.Invalid("outage.from_invalid", "Enter when it began: a moment of the last year.", "From");
    public static readonly Error UntilInvalid = Error.Invalid("outage.until_invalid", "It ends after it began, and not in the future.", "Until");
    public static readonly Error SourceInvalid = Error.Invalid("outage.source_invalid", "Enter the address of the announcement, beginning with https://.", "Source");
}
