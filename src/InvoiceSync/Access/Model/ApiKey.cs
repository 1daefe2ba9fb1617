using System.Security.Cryptography;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access.Model;

/// <summary>
/// A program's key to one company: isk_{id}.{secret}. The secret has 256 bits, so a plain SHA-256 of it is enough. While it is
/// exchanged two secrets open it. It may what its scopes say, and never more than the person who answers for it.
/// </summary>
sealed partial class ApiKey : Aggregate
{
    public static readonly TimeSpan LongestOverlap = TimeSpan.FromDays(7);
    static readonly TimeSpan LongestLife = TimeSpan.FromDays(5 * 366);

    public ApiKeyId Id { get; init; }

    public string Name { get; private set; } = "";

    /// <summary>Permission keys as the roles page names them, without what they imply.</summary>
    public IReadOnlyList<string> Scopes { get; private set; } = [];

    /// <summary>Where it may be used from; everywhere when empty.</summary>
    public IReadOnlyList<string> Addresses { get; private set; } = [];

    public byte[] SecretHash { get; private set; } = [];

    public byte[]? OldSecretHash { get; private set; }

    public DateTimeOffset? OldSecretEndsAt { get; private set; }

    /// <summary>The person (usr_…) whose rights bound the key's; null for keys made before this was kept, or by the installation.</summary>
    public string? AnsweredBy { get; private set; }

    /// <summary>The key that made this one, and ends it.</summary>
    public ApiKeyId? MadeBy { get; private set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; private set; }

    public DateTimeOffset? DisabledAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public DateTimeOffset? LastUsedAt { get; private set; }

    public string? LastUsedFrom { get; private set; }

    public bool IsInForce(DateTimeOffset now) => RevokedAt is null && DisabledAt is null && !(ExpiresAt <= now);

    /// <summary>How people tell it from others: the beginning of its text, which is no secret.</summary>
    public string Prefix => $"isk_{Id.Value:N}"[..16];

    public ApiKeyState StateAt(DateTimeOffset now) =>
        ExpiresAt <= now ? ApiKeyState.Expired
        : DisabledAt is not null ? ApiKeyState.Off
        : OldSecretEndsAt > now ? ApiKeyState.Exchanging
        : ApiKeyState.Live;

    /// <summary>The hashes of the secrets that open it now: one, or two while one is exchanged.</summary>
    public IEnumerable<byte[]> LiveHashes(DateTimeOffset now)
    {
        yield return SecretHash;
        if (OldSecretHash is { } old && OldSecretEndsAt > now) yield return old;
    }

    public void Describe(string name, IReadOnlyList<string> scopes, IReadOnlyList<string> addresses, DateTimeOffset? expiresAt, DateTimeOffset now)
    {
        Rule.Require(name is { Length: > 0 and <= 100 }, ApiKeyErrors.NameMissing);
        Rule.Require(scopes.Count > 0, ApiKeyErrors.ScopesMissing);
        Rule.Require(scopes.All(Permissions.Exists), ApiKeyErrors.ScopeUnknown);
        Rule.Require(expiresAt is null || expiresAt == ExpiresAt || expiresAt > now && expiresAt < now + LongestLife, ApiKeyErrors.ExpiryInvalid);
        Name = name;
        Scopes = [.. scopes.Distinct().Order(StringComparer.Ordinal)];
        Addresses = Ranges(addresses);
        ExpiresAt = expiresAt;
    }

    public void AnswerFor(string? person) => AnsweredBy = person;

    /// <summary>Made by another key: bound to the same person, and to that key. It makes none itself, so that one look says whether it is in force.</summary>
    public void ComeFrom(ApiKey maker)
    {
        Rule.Require(maker.MadeBy is null, ApiKeyErrors.MadeByKey);
        (MadeBy, AnsweredBy) = (maker.Id, maker.AnsweredBy);
        Rule.Require(maker.Addresses.Count == 0 || Addresses.Count > 0 && Addresses.All(a => maker.Addresses.Any(m => AddressRange.Read(m)!.Value.Holds(AddressRange.Read(a)!.Value))), ApiKeyErrors.AddressWider);
    }

    /// <summary>A new secret. The one before it opens the key until the overlap has passed, an even older one no longer.</summary>
    public string Exchange(TimeSpan overlap, DateTimeOffset now)
    {
        Rule.Require(overlap >= TimeSpan.Zero && overlap <= LongestOverlap, ApiKeyErrors.OverlapInvalid);
        var secret = Token.New();
        var goesOn = SecretHash.Length > 0 && overlap > TimeSpan.Zero;
        (OldSecretHash, OldSecretEndsAt) = (goesOn ? SecretHash : null, goesOn ? now + overlap : null);
        SecretHash = Token.Hash(secret);
        return $"isk_{Id.Value:N}.{secret}";
    }

    public void Switch(bool on, DateTimeOffset now) => DisabledAt = on ? null : DisabledAt ?? now;

    public void Revoke(DateTimeOffset now) => RevokedAt = now;

    // Each once, and none that another already holds.
    static IReadOnlyList<string> Ranges(IReadOnlyList<string> texts)
    {
        var ranges = new List<AddressRange>();
        foreach (var text in texts.Where(t => !string.IsNullOrWhiteSpace(t)))
        {
            Rule.Require(AddressRange.Read(text) is not null, ApiKeyErrors.AddressInvalid);
            var range = AddressRange.Read(text)!.Value;
            if (ranges.Any(r => r.Holds(range))) continue;
            ranges.RemoveAll(range.Holds);
            ranges.Add(range);
        }

        Rule.Require(ranges.Count <= 32, ApiKeyErrors.AddressInvalid);
        return [.. ranges.Select(r => r.ToString())];
    }

    /// <summary>What a token carries of the secret that got it, so that it ends with that secret.</summary>
    public static string StampOf(byte[] hash) => Convert.ToHexStringLower(SHA256.HashData(hash).AsSpan(0, 8));
}

static class AccessTables
{
    extension(InvoiceSyncDb db)
    {
        public DbSet<User> Users => db.Set<User>();

        public DbSet<Session> Sessions => db.Set<Session>();

        public DbSet<Membership> Memberships => db.Set<Membership>();

        public DbSet<Role> Roles => db.Set<Role>();

        public DbSet<Approval> Approvals => db.Set<Approval>();

        public DbSet<ApprovalRule> ApprovalRules => db.Set<ApprovalRule>();

        public DbSet<OwnershipOffer> OwnershipOffers => db.Set<OwnershipOffer>();

        public DbSet<ApiKey> ApiKeys => db.Set<ApiKey>();

        public DbSet<ApiKeyDay> ApiKeyDays => db.Set<ApiKeyDay>();
    }
}
