using System.Net;
using InvoiceSync.Fiscal;

namespace InvoiceSync.Connectors.Anaf;

/// <summary>What came back over the wire, before anybody reads meaning into it. Bodies never reach a log.</summary>
abstract record AnafReply
{
    public sealed record Answered(HttpStatusCode Status, byte[] Body, TimeSpan? RetryAfter = null, Uri? MovedTo = null) : AnafReply
    {
        public override string ToString() => $"{(int)Status}, {Body.Length} bytes";
    }

    /// <summary>The request body never began to leave.</summary>
    public sealed record NotSent(string Why) : AnafReply
    {
        public override string ToString() => $"not sent, {Why}";
    }

    /// <summary>Something left, nothing usable came back.</summary>
    public sealed record Lost(string Why) : AnafReply
    {
        public override string ToString() => $"lost, {Why}";
    }

    /// <summary>Held back by our own rate budget.</summary>
    public sealed record Held(TimeSpan After, FiscalLimit Per) : AnafReply
    {
        public override string ToString() => $"held for {After.TotalSeconds:0.0} s";
    }
}
