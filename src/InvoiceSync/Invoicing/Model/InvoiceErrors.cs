using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing.Model;

static class InvoiceErrors
{
    public static readonly Error NotFound = Error.NotFound("invoice.not_found", "There is no such invoice.");
    public static readonly Error Filed = Error.Refused("invoice.filed", "The authority has accepted this invoice. Only a credit note can correct it now.");
    public static readonly Error NumberTaken = Error.Refused("invoice.number_taken", "Another invoice of this company has this number already. Change one of the two in Stripe, then read the sale again.");
    public static readonly Error RateMissing = Error.Unavailable("rate.missing", "There is no official exchange rate for this date yet. It is fetched again soon.");
}
