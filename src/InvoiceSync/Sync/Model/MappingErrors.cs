using InvoiceSync.Kernel;

namespace InvoiceSync.Sync.Model;

static class MappingErrors
{
    public static readonly Error KeyWrong = Error.Invalid("mapping.key_invalid", "A key has 1 to 40 characters, each key becomes one thing, and there are at most 30.", "Fields");
    public static readonly Error LawTooLong = Error.Invalid("mapping.law_too_long", "An e-invoice takes 100 characters for the article of law.", "ExemptionLaw");
    public static readonly Error EmailWrong = Error.Invalid("mapping.email_invalid", "This is no e-mail address.", "Email");
    public static readonly Error TaxIdWrong = Error.Invalid("mapping.tax_id_invalid", "This is neither a CUI with a right check digit nor a VAT number of another country.", "TaxId");
    public static readonly Error SourceIdWrong = Error.Invalid("mapping.source_id_invalid", "Paste the id of an invoice (in_…) or a payment (ch_… or py_…) of your Stripe account.", "SourceId");
}
