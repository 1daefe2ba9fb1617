using InvoiceSync.Kernel;

namespace InvoiceSync.Web.Invoicing;

/// <summary>What /v1/invoices and /v1/schedules refuse by themselves.</summary>
static class InvoiceRefusals
{
    public static readonly Error Incomplete = Error.Refused("invoice.incomplete", "This could not be issued as it stands. errors says what to mend, each by its field.");
    public static readonly Error AlreadyIssued = Error.Conflict("invoice.already_issued", "This invoice was issued and never changes again.");
    public static readonly Error RateWithoutTax = Error.Invalid("tax_rate.not_taxed", "Only category S has a rate. Leave it out, or the category.");
    public static readonly Error ProductUnknown = Error.Invalid("product.unknown", "There is no such product. Leave it out, or name one there is.");
    public static readonly Error PriceMissing = Error.Invalid("product.price_missing", "The product has no price in the invoice's currency. Give unit_price.");
    public static readonly Error DraftsUndated = Error.Invalid("parameter.not_of_drafts", "Drafts have no day of issue yet: they are listed by created_at, and not by this.");
    public static readonly Error ScheduleDated = Error.Invalid("schedule.content_dated", "Leave this out: each invoice of a schedule has dates of its own. payment_term_days may be given.");
}
