namespace InvoiceSync.Connectors.Stripe;

/// <summary>What came back for a call, its retries included. After Lost a POST may have been executed or not.</summary>
abstract record StripeAnswer
{
    StripeAnswer()
    {
    }

    public sealed record Ok(StripeObject Value, string? RequestId) : StripeAnswer;

    public sealed record Refused(StripeError Error) : StripeAnswer;

    public sealed record Lost(string Why) : StripeAnswer;

    public sealed record Broken(string Why) : StripeAnswer;

    /// <summary>Our own rate budget has no room soon enough; nothing was sent.</summary>
    public sealed record Withheld(TimeSpan Wait) : StripeAnswer;
}
