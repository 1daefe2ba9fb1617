using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>One API key as its page shows it: what it may, from where, who answers for it, and how often it was used each of the last thirty days.</summary>
[Requires("integration.manage")]
public sealed record GetApiKey(ApiKeyId Key) : IQuery<GetApiKey.View>
{
    public const int Days = 30;

    /// <summary>Lost are the scopes that do nothing because whoever answers for the key does not hold them; AnsweringName is null when nobody does.</summary>
    public sealed record View(
        ApiKeyId Id,
        string Name,
        string Prefix,
        ApiKeyState State,
        IReadOnlyList<string> Scopes,
        IReadOnlyList<string> Lost,
        IReadOnlyList<string> Addresses,
        string? AnsweredBy,
        string? AnsweringName,
        bool IsSuspended,
        DateTimeOffset CreatedAt,
        DateTimeOffset? ExpiresAt,
        DateTimeOffset? OldSecretEndsAt,
        DateTimeOffset? LastUsedAt,
        string? LastUsedFrom,
        IReadOnlyList<Day> Uses);

    public sealed record Day(DateOnly On, long Calls);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, ScopedDispatch inside, TimeProvider time) : IHandle<GetApiKey, View>
    {
        static readonly HashSet<string> Reading = ["access.read"];

        public async Task<View> Handle(GetApiKey query, CancellationToken ct)
        {
            var now = time.GetUtcNow();
            var key = Rule.Found(await db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Id == query.Key && k.RevokedAt == null, ct), ApiKeyErrors.NotFound);
            var (name, grant) = await Answering(key, ct);
            var isSuspended = key.AnsweredBy is not null && grant is null;
            return new(
                key.Id, key.Name, key.Prefix, key.StateAt(now), key.Scopes,
                grant is null ? [] : [.. key.Scopes.Where(s => !grant.Permissions.MayGive(s))],
                key.Addresses, key.AnsweredBy, name, isSuspended, key.CreatedAt, key.ExpiresAt,
                key.OldSecretEndsAt > now ? key.OldSecretEndsAt : null, key.LastUsedAt, key.LastUsedFrom, await Uses(key.Id, DateOnly.FromDateTime(now.UtcDateTime), ct));
        }

        async Task<(string? Name, Grant? Grant)> Answering(ApiKey key, CancellationToken ct)
        {
            if (!Ids.TryParse<UserId>(key.AnsweredBy, out var user)) return default;
            var name = await db.Users.Where(u => u.Id == user.Value).Select(u => u.Name).SingleOrDefaultAsync(ct);
            var within = new Caller(who.Caller.Tenant, who.Caller.Actor, Reading);
            return (name, (await inside.As(within, d => d.Ask(new WhatMay(user), ct))).OrThrow());
        }

        // Days without a call have no row.
        async Task<IReadOnlyList<Day>> Uses(ApiKeyId key, DateOnly today, CancellationToken ct)
        {
            var first = today.AddDays(1 - Days);
            var counted = await db.ApiKeyDays.Where(d => d.KeyId == key && d.Day >= first).ToDictionaryAsync(d => d.Day, d => d.Calls, ct);
            return [.. Enumerable.Range(0, Days).Select(n => first.AddDays(n)).Select(day => new Day(day, counted.GetValueOrDefault(day)))];
        }
    }
}
