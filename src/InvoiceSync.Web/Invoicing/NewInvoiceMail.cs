namespace InvoiceSync.Web.Invoicing;

/// <summary>How to send an invoice: to the customer's own address unless another is given, with copies and a few words of one's own.</summary>
sealed record NewInvoiceMail(string? To = null, IReadOnlyList<string>? Cc = null, string? Message = null);

/// <summary>A mail with an invoice on its way out.</summary>
sealed record InvoiceMailBody(string Id, string InvoiceId, string To, string Subject, string Status);
