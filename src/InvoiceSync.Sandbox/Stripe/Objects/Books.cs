using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Storage;
using InvoiceSync.Sandbox.Stripe.Wire;

namespace InvoiceSync.Sandbox.Stripe.Objects;

/// <summary>
/// One account's objects inside a unit of work, with the moment and the request that touch them.
/// Another account's id is simply not here: it answers <c>resource_missing</c>, as Stripe does.
/// </summary>
sealed class Books(Work work, string account, DateTimeOffset now, string? requestId, string? idempotencyKey)
{
    public const string ApiVersion = "2026-10-28.endive";

    const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public string Account => account;

    public Work Work => work;

    public DateTimeOffset Now => now;

    public long Seconds => now.ToUnixTimeSeconds();

    public string? RequestId => requestId;

    public string? IdempotencyKey => idempotencyKey;

    /// <summary>False while past sales are seeded: history raises events but calls nobody.</summary>
    public bool Delivers { get; init; } = true;

    public Table Table(string kind) => work.Table($"stripe/{account}/{kind}");

    public JsonObject? Find(string kind, string? id) => id is null ? null : work.Find(Table(kind).Name, id);

    public JsonObject Need(string kind, string id, string param = "id") =>
        Find(kind, id) ?? throw StripeRefusal.NotFound(kind, id, param);

    public void Put(string kind, JsonObject document) => work.Put(Table(kind).Name, (string)document["id"]!, document);

    public void Remove(string kind, string id) => work.Remove(Table(kind).Name, id);

    /// <summary>Ids follow from account, kind and count, so a seeded scenario has the same ids every time.</summary>
    public string NewId(string kind, string prefix)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{account}/{kind}/{Table(kind).Next}"));
        return prefix + "1P" + string.Concat(hash.Take(22).Select(b => Letters[b % Letters.Length]));
    }
}
