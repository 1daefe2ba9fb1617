namespace InvoiceSync.Invoicing.Model;

/// <summary>The invoices of a status, by the columns kept for lists: the same word as an invoice's settlement says on that day.</summary>
static class InvoicesOfStatus
{
    public static IQueryable<Invoice> Of(this IQueryable<Invoice> invoices, InvoiceStatus? status, DateOnly today) => status switch
    {
        InvoiceStatus.Overdue => invoices.Where(i => i.Open > 0 && i.DueOn < today),
        InvoiceStatus.Issued => invoices.Where(i => i.Payment == PaymentState.Unpaid && (i.Open <= 0 || i.DueOn >= today)),
        InvoiceStatus.PartiallyPaid => invoices.Where(i => i.Payment == PaymentState.PartiallyPaid && (i.Open <= 0 || i.DueOn >= today)),
        InvoiceStatus.Paid => invoices.Where(i => i.Payment == PaymentState.Paid),
        InvoiceStatus.Credited => invoices.Where(i => i.Payment == PaymentState.Credited),
        InvoiceStatus.WrittenOff => invoices.Where(i => i.Payment == PaymentState.WrittenOff),
        InvoiceStatus.Voided => invoices.Where(i => i.Payment == PaymentState.Voided),
        _ => invoices,
    };
}
