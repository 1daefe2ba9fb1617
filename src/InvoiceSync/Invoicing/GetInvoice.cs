using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing;

/// <summary>One canonical invoice, whole.</summary>
[Requires("sales.read")]
public sealed record GetInvoice(InvoiceId Invoice) : IQuery<GetInvoice.View>
{
    public sealed record View(InvoiceId Id, InvoiceDocument Document, DateTimeOffset MadeAt, string Source, string SourceId, bool IsFiled);
}
