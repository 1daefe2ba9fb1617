using InvoiceSync.Kernel;

namespace InvoiceSync.Audit;

static class AuditErrors
{
    public static readonly Error LogBroken = Error.Refused("audit.log_broken", "The audit log does not hold together. Do not clear anything up: call who runs this installation, and verify the log against its anchors.");
    public static readonly Error AnchorUnreachable = Error.Unavailable("audit.anchor_unreachable", "A place that keeps checkpoints of the audit log did not take one. It is tried again.");
    public static readonly Error PersonMissing = Error.Invalid("audit.person_missing", "Say whose personal data is to be erased.", "Person");
}
