using System.Text.Json.Nodes;

namespace InvoiceSync.Sandbox.Stripe.Wire;

/// <summary>Status and body of an answer; <paramref name="ReplayOf"/> names the first request when it is told again.</summary>
sealed record StripeAnswer(int Status, JsonObject Body, string? ReplayOf = null);
