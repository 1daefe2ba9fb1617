namespace InvoiceSync.Invoicing;

/// <summary>A pro-forma asks for payment before there is an invoice; a quote offers. Neither is an invoice: no tax is due by it, and nothing is booked.</summary>
public enum EstimateKind
{
    Proforma,
    Quote,
}
