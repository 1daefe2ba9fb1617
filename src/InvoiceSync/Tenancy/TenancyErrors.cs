using InvoiceSync.Kernel;

namespace InvoiceSync.Tenancy;

static class TenancyErrors
{
    public static readonly Error PracticeMissing = Error.Unavailable("practice.unavailable", "The practice world does not run here. Start the portal with Practice:Enabled.");
    public static readonly Error SlugInvalid = Error.Invalid("tenant.slug_invalid", "The short name is 3 to 40 characters: a-z, 0-9 and - inside.", "Slug");
    public static readonly Error SlugTaken = Error.Conflict("tenant.slug_taken", "Another company has this short name. Choose another.");
    public static readonly Error NameMissing = Error.Invalid("tenant.name_missing", "Give the company a name.", "Name");
    public static readonly Error NotFound = Error.NotFound("tenant.not_found", "There is no such company.");
    public static readonly Error ConnectionMissing = Error.Unavailable("connection.missing", "This system is not connected yet. Connect it in the settings.");
}
