namespace InvoiceSync.Connectors.SmartBill;

/// <summary>What a call came to. Said, Refused, Denied, Limited and NotSent are certain; after Unclear it may or may not have been done.</summary>
abstract record SmartBillAnswer<T>
{
    public sealed record Said(T Value) : SmartBillAnswer<T>;

    /// <summary>Not done, in SmartBill's own words: 400, or 200 with an errorText.</summary>
    public sealed record Refused(string Text) : SmartBillAnswer<T>;

    public sealed record Denied(string Why) : SmartBillAnswer<T>;

    public sealed record Limited(TimeSpan? After) : SmartBillAnswer<T>;

    public sealed record NotSent(string Why) : SmartBillAnswer<T>;

    public sealed record Unclear(string Why) : SmartBillAnswer<T>;
}
