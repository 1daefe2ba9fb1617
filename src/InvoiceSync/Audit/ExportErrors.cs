using InvoiceSync.Kernel;

namespace InvoiceSync.Audit;

static class ExportErrors
{
    public static readonly Error PlanNotFound = Error.NotFound("export_plan.not_found", "There is no such scheduled export.");
    public static readonly Error RunNotFound = Error.NotFound("export_run.not_found", "There is no such export, or it is older than thirty days.");
    public static readonly Error RunFailed = Error.Refused("export_run.failed", "This export was not made. Change the scheduled export, then make it again.");
    public static readonly Error NameMissing = Error.Invalid("export_plan.name_missing", "Give the export a name of at most 80 characters.", "Name");
    public static readonly Error FilterInvalid = Error.Invalid("export_plan.filter_invalid", "A filter has at most 255 characters in each field.", "Filter");
    public static readonly Error ReaderUnknown = Error.Invalid("export_plan.reader_unknown", "Only people who may read the audit log can be told of an export.", "Readers");
    public static readonly Error TooMany = Error.Refused("export_plan.too_many", "A company can have at most twenty scheduled exports.");
    public static readonly Error MadeAlready = Error.Conflict("export_run.made_already", "This export was made already.");
}
