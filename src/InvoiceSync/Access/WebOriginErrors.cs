using InvoiceSync.Kernel;

namespace InvoiceSync.Access;

static class WebOriginErrors
{
    public static readonly Error TooMany = Error.Invalid("web_origin.exceeded", "At most twenty addresses.", "Origins");

    public static Error Invalid(string text) =>
        Error.Invalid("web_origin.invalid", $"“{text}” is no address of pages. Write https:// and the host, with its port where it has one, like https://shop.example.com, and nothing behind it.", "Origins");
}
