using System.Net;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access.Model;

/// <summary>
/// The way in for programs: the row is asked at every call, so what was revoked, switched off, narrowed or has expired is so
/// from the next call on, however the program got in.
/// </summary>
sealed class KeyDoor(PlatformScope platform, ScopedDispatch inside, TimeProvider time)
{
    static readonly HashSet<string> Reading = ["access.read"];

    /// <summary>Null when there is no such key in force or nothing proves it; who has proved to hold it is told what else is wrong.</summary>
    public async Task<WhoHoldsKey.View?> Open(ApiKeyId id, Func<byte[], bool> proves, IReadOnlyList<string>? fewer, string? from, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var key = await platform.Read("whose API key", db => db.ApiKeys.SingleOrDefaultAsync(k => k.Id == id && k.RevokedAt == null, ct), ct);
        if (key is null || !key.IsInForce(now) || !await IsMakerInForce(key, now, ct)) return null;
        byte[]? proved = null;
        foreach (var hash in key.LiveHashes(now))
            if (proves(hash)) proved = hash;
        if (proved is null) return null;

        Rule.Require(IsFromAllowed(key, from), ApiKeyErrors.AddressRefused);
        var limits = Limits.None;
        var scopes = key.Scopes.Where(s => fewer is null || fewer.Contains(s));
        if (key.AnsweredBy is { } person)
        {
            var grant = Rule.Found(await GrantOf(key.TenantId, person, ct), ApiKeyErrors.Suspended);
            (limits, scopes) = (grant.Limits, scopes.Where(grant.Permissions.MayGive));
        }

        return new(key.TenantId, key.Id, key.Name, Permissions.Expand(scopes), limits, key.Scopes, ApiKey.StampOf(proved));
    }

    async Task<bool> IsMakerInForce(ApiKey key, DateTimeOffset now, CancellationToken ct) =>
        key.MadeBy is not { } maker || (await platform.Read("the key that made it", db => db.ApiKeys.SingleOrDefaultAsync(k => k.TenantId == key.TenantId && k.Id == maker, ct), ct))?.IsInForce(now) == true;

    static bool IsFromAllowed(ApiKey key, string? from) =>
        key.Addresses.Count == 0 || IPAddress.TryParse(from, out var address) && key.Addresses.Any(range => AddressRange.Read(range)?.Holds(address) == true);

    async Task<Grant?> GrantOf(TenantId tenant, string person, CancellationToken ct) => Ids.TryParse<UserId>(person, out var user)
        ? (await inside.As(new(tenant, person, Reading), d => d.Ask(new WhatMay(user), ct))).OrThrow()
        : null;
}
