namespace InvoiceSync.Connectors.Stripe;

/// <summary>One attempt's answer as it arrived. Status 0 means none arrived, and Trouble says why.</summary>
sealed record StripeReply(int Status, byte[] Body)
{
    public string? RequestId { get; init; }

    public bool? ShouldRetry { get; init; }

    public string? LimitReason { get; init; }

    public string? Trouble { get; init; }

    public bool IsLost => Status == 0;

    public bool IsOk => Status is >= 200 and < 300;

    public static StripeReply Lost(string why) => new(0, []) { Trouble = why };
}
