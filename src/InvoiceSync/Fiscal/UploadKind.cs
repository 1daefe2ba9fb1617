using InvoiceSync.Customers;
using InvoiceSync.Invoicing;

namespace InvoiceSync.Fiscal;

/// <summary>Which door of RO e-Factura takes a document: a private person's goes to the one for consumers, since 31.03.2025 by duty.</summary>
public enum UploadKind
{
    Business,
    Consumer,
}

/// <summary>Chooses the door by the buyer alone.</summary>
public static class UploadKinds
{
    extension(InvoiceDocument document)
    {
        public UploadKind UploadKind => document.Buyer.Kind == BuyerKind.Individual ? UploadKind.Consumer : UploadKind.Business;
    }
}
