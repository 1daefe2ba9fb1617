namespace InvoiceSync.Tests.Fiscal.Schedules;

/// <summary>A build that lacks one of the guards, for the schedules to catch.</summary>
public enum Sabotage
{
    None,

    /// <summary>The intent is not committed before the call.</summary>
    NoIntent,

    /// <summary>Two filings may be in one series at once.</summary>
    NoUniqueKey,

    /// <summary>A time-out is taken for a refusal, and sent again.</summary>
    RetryOnTimeout,
}
