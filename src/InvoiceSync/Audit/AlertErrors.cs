using InvoiceSync.Kernel;

namespace InvoiceSync.Audit;

static class AlertErrors
{
    public static readonly Error NotFound = Error.NotFound("alert.not_found", "There is no such alert.");
    public static readonly Error ThresholdInvalid = Error.Invalid("alert_rules.threshold_invalid", "A threshold is a number from 2 to 10,000, the time from 1 to 60 minutes.", "Deletions");
}
