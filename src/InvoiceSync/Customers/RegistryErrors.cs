using InvoiceSync.Kernel;

namespace InvoiceSync.Customers;

static class RegistryErrors
{
    public static readonly Error CuiWrong = Error.Invalid("cui.invalid", "This is not a Romanian CUI: 2 to 10 digits with a right check digit.", "Cui");
    public static readonly Error NotFound = Error.NotFound("company.not_found", "ANAF's register knows no company with this CUI. A new company may take some days to appear.");
    public static readonly Error TooMany = Error.Invalid("companies.too_many", "Ask for at most 1000 companies at once.", "Cuis");

    public static Error Away(string why) => Error.Unavailable("registry.unavailable", $"ANAF's register cannot be asked just now: {why} Try again later.");
}
