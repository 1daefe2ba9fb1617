using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing;

static class EstimateErrors
{
    public static readonly Error NotFound = Error.NotFound("estimate.not_found", "There is no such pro-forma or quote.");
    public static readonly Error ValidInvalid = Error.Invalid("estimate.valid_until_invalid", "It is valid until today or later, at most two years.", "ValidUntil");
    public static readonly Error KindUnknown = Error.Invalid("estimate.kind_unknown", "Say whether it is a pro-forma or a quote.", "Kind");
    public static readonly Error StatusUnknown = Error.Invalid("estimate.status_unknown", "It can be marked as sent, accepted or declined.", "Status");
    public static readonly Error Expired = Error.Refused("estimate.already_expired", "It is no longer valid. Copy it to a draft and make another one.");
    public static readonly Error Declined = Error.Refused("estimate.already_declined", "It was declined. Mark it as accepted if that has changed.");
    public static readonly Error Invoiced = Error.Refused("estimate.already_invoiced", "Its invoice was made already. If that draft was thrown away, copy this to a new one.");
}
