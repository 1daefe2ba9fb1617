using InvoiceSync.Kernel;

namespace InvoiceSync.Audit;

static class AuditErrors
{
    public static readonly Error LogBroken = Error.Refused("audit.log_broken", "The audit log does not hold together. Do not clear anything up: call who runs this installation, and verify the log against its anchors.");
    public static readonly Error AnchorUnreachable = Error.Unavailable("audit.anchor_unreachable", "A place that keeps checkpoints of the audit log did not take one. It is tried again.");
    public static readonly Error ExportTooLong = Error.Refused("audit.export_too_long", "That is more than one file may hold: 5,000 entries as PDF, 100,000 as CSV or JSON. Narrow the filter or choose fewer days.");
    public static readonly Error AnchorMailInvalid = Error.Invalid("anchor_mail.invalid", "Enter at most ten complete e-mail addresses.", "Addresses");
    public static readonly Error PersonMissing = Error.Invalid("audit.person_missing", "Say whose personal data is to be erased.", "Person");
    public static readonly Error ArchiveBroken = Error.Unavailable("audit.archive_broken", "A month of the audit log could not be archived: what was read back is not what was written. It stays in the database.");
    public static readonly Error ArchiveMissing = Error.Unavailable("audit.archive_missing", "A file of the audit log's archive is not where it should be. Call who runs this installation.");
    public static readonly Error ArchiveUnknown = Error.NotFound("audit.archive_unknown", "This month of the audit log is not in the archive, or its file was deleted.");
    public static readonly Error EntryMissing = Error.NotFound("audit.entry_missing", "There is no such entry in the audit log, or its month's archive was deleted.");
    public static readonly Error EntryUnsealed = Error.Conflict("audit.entry_unsealed", "This entry is not sealed yet. That happens every 15 minutes: ask again then.");
}
