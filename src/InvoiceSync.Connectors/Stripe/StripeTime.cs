namespace InvoiceSync.Connectors.Stripe;

/// <summary>Stripe counts Unix seconds. Numbers no calendar holds are read as missing.</summary>
static class StripeTime
{
    static readonly long Latest = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    public static DateTimeOffset? Of(long seconds) =>
        seconds >= 0 && seconds <= Latest ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
