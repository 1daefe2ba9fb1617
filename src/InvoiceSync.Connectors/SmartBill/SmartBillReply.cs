using System.Net;

namespace InvoiceSync.Connectors.SmartBill;

/// <summary>What came back over the wire, before anybody reads meaning into it. Bodies never reach a log.</summary>
abstract record SmartBillReply
{
    public sealed record Answered(HttpStatusCode Status, byte[] Body, TimeSpan? RetryAfter = null) : SmartBillReply
    {
        public override string ToString() => $"{(int)Status}, {Body.Length} bytes";
    }

    /// <summary>The request body never began to leave.</summary>
    public sealed record NotSent(string Why) : SmartBillReply
    {
        public override string ToString() => $"not sent, {Why}";
    }

    /// <summary>Something left, nothing usable came back.</summary>
    public sealed record Lost(string Why) : SmartBillReply
    {
        public override string ToString() => $"lost, {Why}";
    }

    /// <summary>Held back by our own pace.</summary>
    public sealed record Held(TimeSpan After) : SmartBillReply
    {
        public override string ToString() => $"held for {After.TotalSeconds:0.0} s";
    }
}
