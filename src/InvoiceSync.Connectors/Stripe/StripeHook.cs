using InvoiceSync.Sync;

namespace InvoiceSync.Connectors.Stripe;

/// <summary>Stripe's webhooks: signature over the raw bytes, snapshot and thin events, and what each asks of us.</summary>
sealed class StripeHook : IInboundHook
{
    public string Provider => StripeConnector.Provider;

    public HookVerdict Verify(ReadOnlySpan<byte> body, string? signatureHeader, IReadOnlyList<string> secrets, DateTimeOffset now) =>
        StripeSignature.Verify(body, signatureHeader, secrets, now, StripeSignature.Tolerance);

    public HookReading Read(ReadOnlySpan<byte> body) => StripeEnvelopes.Read(body);

    public HookMeaning Explain(HookEnvelope envelope) => StripeMeanings.Of(envelope);
}
