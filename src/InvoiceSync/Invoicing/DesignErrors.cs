using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing;

static class DesignErrors
{
    public static readonly Error AccentWrong = Error.Invalid("design.accent_invalid", "A colour is # and six digits from 0 to F, like #1F4E79.", "Accent");
    public static readonly Error FooterLong = Error.Invalid("design.footer_invalid", "The closing text has at most 500 characters.", "Footer");
    public static readonly Error IbanWrong = Error.Invalid("design.iban_invalid", "This is no IBAN: a digit is wrong or missing.", "Iban");
    public static readonly Error BankLong = Error.Invalid("design.bank_invalid", "The bank's name has at most 100 characters.", "Bank");
    public static readonly Error LogoWrong = Error.Invalid("design.logo_invalid", "A logo is a PNG or JPEG picture of at most 256 KB and 4,000 dots a side.", "Logo");
    public static readonly Error LogoUnknown = Error.NotFound("design.logo_not_found", "This picture is not here. Upload it first.");
    public static readonly Error PageMissing = Error.Invalid("design.page_missing", "Write the page's HTML, or choose one of the designs.", "Html");
    public static readonly Error PageLong = Error.Invalid("design.page_too_long", "HTML and style sheet have at most 64 KB each.", "Html");
    public static readonly Error TooLong = Error.Invalid("design.result_too_long", "Filled with an invoice this page grows without measure.", "Html");
    public static readonly Error StyleWrong = Error.Invalid("design.style_refused", "A style sheet for paper has no <, no @import and no address (url) other than data:.", "Css");

    public static Error Wrong(string why) => Error.Invalid("design.page_invalid", $"The template does not hold together: {why}", "Html");

    public static Error Refused(string what) => Error.Invalid("design.page_refused", $"A page for paper cannot have {what}.", "Html");
}
