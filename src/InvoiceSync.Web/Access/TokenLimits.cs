using System.Threading.RateLimiting;
using InvoiceSync.Access;
using InvoiceSync.Web.Hosting;

namespace InvoiceSync.Web.Access;

/// <summary>How often one client gets a new token, and how often one network address may guess wrong. Guessing at a client does not lock that client out.</summary>
sealed class TokenLimits : IDisposable
{
    const int AMinute = 30;

    readonly PartitionedRateLimiter<HttpContext> guesses = PartitionedRateLimiter.Create<HttpContext, string>(http => Bucket(ApiLimits.BucketOf(http)));
    readonly PartitionedRateLimiter<ApiKeyId> clients = PartitionedRateLimiter.Create<ApiKeyId, string>(key => Bucket(key.ToString()));

    public TimeSpan? HasFailedTooOften(HttpContext http)
    {
        using var lease = guesses.AttemptAcquire(http, 0);
        return Wait(lease);
    }

    public void Failed(HttpContext http) => guesses.AttemptAcquire(http).Dispose();

    public TimeSpan? AsksTooOften(WhoHoldsKey.View holder)
    {
        using var lease = clients.AttemptAcquire(holder.Key);
        return Wait(lease);
    }

    public void Dispose()
    {
        guesses.Dispose();
        clients.Dispose();
    }

    static TimeSpan? Wait(RateLimitLease lease) => lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(2);

    static RateLimitPartition<string> Bucket(string name) => RateLimitPartition.GetTokenBucketLimiter(name, _ => new()
    {
        TokenLimit = AMinute,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromSeconds(60 / AMinute),
        QueueLimit = 0,
    });
}
