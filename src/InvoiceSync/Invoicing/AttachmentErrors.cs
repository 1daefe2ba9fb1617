using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing;

static class AttachmentErrors
{
    public static readonly Error NotFound = Error.NotFound("attachment.not_found", "There is no such file.");
    public static readonly Error KindRefused = Error.Invalid("attachment.kind_refused", "Take a PDF, PNG, JPEG, CSV (in UTF-8), XLSX or ODS file without macros, named as what it is.", "Content");
    public static readonly Error TooLarge = Error.Invalid("attachment.too_large", "A file has at most 5 MB, all of an invoice 10 MB.", "Content");
    public static readonly Error TooMany = Error.Refused("attachment.too_many", "An invoice has at most 10 files.");
    public static readonly Error NameInvalid = Error.Invalid("attachment.name_invalid", "Name the file in at most 100 characters, without \\ / : * ? \" < > |.", "Name");
    public static readonly Error NameTaken = Error.Invalid("attachment.name_taken", "This invoice has a file of that name already.", "Name");
}
