namespace InvoiceSync.Connectors.Stripe;

/// <summary>Something is not shaped as Stripe documents it. Never leaves the connector: it becomes a Broken answer.</summary>
sealed class StripeShapeException(string message) : Exception(message);
