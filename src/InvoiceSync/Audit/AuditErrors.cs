using InvoiceSync.Kernel;

namespace InvoiceSync.Audit;

static class AuditErrors
{
    public static readonly Error LogBroken = Error.Refused("audit.log_broken", "The audit log does not hold together. Do not clear anything up: call who runs this installation, and verify the log against its anchors.");
    public static readonly Error AnchorUnreachable = Error.Unavailable("audit.anchor_unreachable", "A place that keeps checkpoints of the audit log did not take one. It is tried again.");
    public static readonly Error ExportTooLong = Error.Refused("audit.export_too_long", "That is more than one file may hold: 5,000 entries as PDF, 100,000 as CSV or JSON. Narrow the filter or choose fewer days.");
    public static readonly Error AnchorMailInvalid = Error.Invalid("anchor_mail.invalid", "Enter at most ten complete e-mail addresses.", "Addresses");
    public static readonly Error PersonMissing = Error.Invalid("audit.person_missing", "Say whose personal data is to be erased.", "Person");
}
