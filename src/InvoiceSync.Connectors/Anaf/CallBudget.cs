using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace InvoiceSync.Connectors.Anaf;

/// <summary>
/// ANAF allows 1000 calls a minute, all methods together, and blocks those who ignore its 429. We stop at 900 in any
/// 60 seconds for each token, counted exactly: the moments of the last 900 calls are kept.
/// </summary>
sealed class CallBudget(TimeProvider time)
{
    public const int CallsPerMinute = 900;
    static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> calls = new();

    /// <summary>Takes one call, or says how long to wait for the next.</summary>
    public TimeSpan? Take(string token)
    {
        var now = time.GetUtcNow();
        var mine = calls.GetOrAdd(Key(token), _ => new Queue<DateTimeOffset>());
        lock (mine)
        {
            while (mine.TryPeek(out var oldest) && now - oldest >= Window) mine.Dequeue();
            if (mine.Count >= CallsPerMinute) return mine.Peek() + Window - now;
            mine.Enqueue(now);
            return null;
        }
    }

    // A dictionary of live tokens would be one more place to leak them from.
    static string Key(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
