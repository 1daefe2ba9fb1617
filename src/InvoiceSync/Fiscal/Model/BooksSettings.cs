using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Fiscal.Model;

/// <summary>What a company chose of a provider's books in their connection.</summary>
static class BooksSettings
{
    public const string Payments = "payments";
    public const string EstimateSeries = "estimate_series";

    extension(FiscalAccount account)
    {
        /// <summary>Unless it was switched off: then the payments are entered there by somebody else.</summary>
        public bool HearsOfPayments => account.Settings.GetValueOrDefault(Payments) != "no";
    }

    extension(IDispatcher dispatcher)
    {
        /// <summary>Whether that program mails the invoice to the customer.</summary>
        public async Task<bool> IsMailedByBooks(GetInvoice.View invoice, CancellationToken ct) =>
            (await dispatcher.Ask(new GetConnections(), ct)).OrThrow().Any(c => c.Provider == FiscalDoor.SmartBill && BooksMail.Reaches(c.Settings, invoice.Document) is not null);
    }
}
