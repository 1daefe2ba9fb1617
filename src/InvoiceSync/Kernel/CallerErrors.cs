namespace InvoiceSync.Kernel;

static class CallerErrors
{
    public static readonly Error TenantMissing = Error.Forbidden("tenant.missing", "Choose a company first.");
    public static readonly Error PermissionMissing = Error.Forbidden("permission.missing", "Your role does not allow this. Ask an owner of the company.");
}
