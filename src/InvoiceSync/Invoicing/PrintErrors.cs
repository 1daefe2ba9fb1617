using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing;

static class PrintErrors
{
    public static readonly Error Absent = Error.Unavailable("printer.absent", "This server has no Chromium, which makes the PDFs. Whoever runs it installs the package chromium, or says in Printing:Chromium where it is.");
    public static readonly Error Busy = Error.Unavailable("printer.busy", "Many PDFs are being made right now. Try again in a moment.");
    public static readonly Error Awaited = Error.Unavailable("printer.original_awaited", "SmartBill makes this invoice, and its PDF is not here yet. Try again in a few minutes.");
    public static readonly Error Failed = Error.Unavailable("printer.failed", "The PDF could not be made this time. Try again; the server's log says why.");
}
