namespace InvoiceSync.Sandbox;

/// <summary>How a practice world is set up. Without a data folder it lives in memory; port 0 takes a free one.</summary>
public sealed record PracticeOptions
{
    public string? DataFolder { get; init; }

    /// <summary>Loopback only; any other host is refused at start.</summary>
    public string Host { get; init; } = "127.0.0.1";

    public int Port { get; init; }

    /// <summary>The clock under the movable one.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How long an upload stays "in prelucrare".</summary>
    public TimeSpan AnafProcessing { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How much later than stareMesaj the message lists know a document.</summary>
    public TimeSpan AnafListLag { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>All ANAF methods together, per minute; 0 for no limit.</summary>
    public int AnafCallsPerMinute { get; init; } = 1000;

    /// <summary>SmartBill calls per account and second; 0 for no limit.</summary>
    public int SmartBillCallsPerSecond { get; init; } = 3;

    /// <summary>Stripe calls per account and second; 0 for no limit. Live Stripe allows 100.</summary>
    public int StripeCallsPerSecond { get; init; } = 100;

    /// <summary>The pause before the second webhook attempt; it doubles up to 30 seconds.</summary>
    public TimeSpan WebhookPause { get; init; } = TimeSpan.FromMilliseconds(500);

    public TimeSpan WebhookTimeout { get; init; } = TimeSpan.FromSeconds(10);
}
