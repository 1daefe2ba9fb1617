using System.Net;

namespace InvoiceSync.Connectors;

/// <summary>What came of a guarded call: an answer of bounded size, or one word why there is none.</summary>
public abstract record GuardedReply
{
    public sealed record Answered(HttpStatusCode Status, string? MediaType, byte[] Body) : GuardedReply
    {
        /// <summary>How long the other end asked to be left in peace; null when it did not.</summary>
        public TimeSpan? RetryAfter { get; init; }

        public override string ToString() => $"{(int)Status} {MediaType}, {Body.Length} bytes";
    }

    /// <summary>Reasons: address_refused, unreachable, too_slow, too_long.</summary>
    public sealed record Failed(string Reason) : GuardedReply;
}
