using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Stripe.Objects;

namespace InvoiceSync.Sandbox.Stripe.Wire;

/// <summary>
/// Answers of POST calls kept under the caller's key for 24 hours of practice time. What never began to execute
/// (429, 401, a refused parameter) is not kept; what began is, a 500 included.
/// </summary>
sealed class Idempotency
{
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    readonly ConcurrentDictionary<(string Account, string Key), bool> running = new();

    public bool Enter(string account, string key) => running.TryAdd((account, key), true);

    public void Leave(string account, string key) => running.TryRemove((account, key), out _);

    public static string Fingerprint(string path, Parameters parameters) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{path}\n{parameters.Root.ToJsonString()}")));

    public static StripeAnswer? Replay(Books books, string key, string fingerprint)
    {
        if (books.Find("idempotency", key) is not { } kept) return null;
        if (books.Seconds - (long)kept["created"]! > Kept.TotalSeconds) return null;
        if ((string?)kept["fingerprint"] != fingerprint) throw new StripeRefusal(400, "idempotency_error", null,
            $"Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '{key}' if you meant to execute a different request.");
        return new StripeAnswer((int)kept["status"]!, JsonNode.Parse((string)kept["body"]!)!.AsObject(), (string)kept["request"]!);
    }

    public static void Keep(Books books, string key, string fingerprint, StripeAnswer answer) => books.Put("idempotency", new JsonObject
    {
        ["id"] = key,
        ["created"] = books.Seconds,
        ["fingerprint"] = fingerprint,
        ["status"] = answer.Status,
        ["request"] = books.RequestId,
        ["body"] = answer.Body.ToJsonString(),
    });

    public static StripeRefusal InUse(string key) => new(409, "idempotency_error", "idempotency_key_in_use",
        $"There is currently another in-progress request using this Stripe Idempotent Key '{key}'. Please try again later.");
}
