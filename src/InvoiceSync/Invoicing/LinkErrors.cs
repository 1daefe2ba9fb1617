using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing;

static class LinkErrors
{
    public static readonly Error NotFound = Error.NotFound("invoice_link.not_found", "This link leads to no invoice, or it was withdrawn. Ask the company that sent it for a new one.");
}
