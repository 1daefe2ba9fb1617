using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing;

static class LinkErrors
{
    public static readonly Error NotFound = Error.NotFound("invoice_link.not_found", "This link leads to no invoice, or it was withdrawn. Ask the company that sent it for a new one.");
    public static readonly Error InPreparation = Error.Unavailable("invoice_link.in_preparation", "This invoice is being made. Open the link again in a few minutes.");
}
