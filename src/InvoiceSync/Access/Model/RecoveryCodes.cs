using System.Security.Cryptography;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access.Model;

/// <summary>Ten codes for the day the authenticator app is lost: shown once, kept as hashes, each good once.</summary>
sealed class RecoveryCodes(InvoiceSyncDb db, TimeProvider time)
{
    const int Count = 10;
    const string Letters = "abcdefghjkmnpqrstuvwxyz23456789"; // none that look like another

    public async Task<IReadOnlyList<string>> Renew(Guid user, CancellationToken ct)
    {
        await db.RecoveryCodes.Where(c => c.UserId == user).ExecuteDeleteAsync(ct);
        string[] codes = [.. Enumerable.Range(0, Count).Select(_ => $"{RandomNumberGenerator.GetString(Letters, 8)}-{RandomNumberGenerator.GetString(Letters, 8)}")];
        foreach (var code in codes) db.Add(new RecoveryCode { UserId = user, Hash = Token.Hash(code) });
        return codes;
    }

    /// <summary>True for one of however many show the same code at once: the update decides.</summary>
    public async Task<bool> Use(Guid user, string code, CancellationToken ct)
    {
        if (code.Length > 40) return false;
        var now = time.GetUtcNow();
        var hash = Token.Hash(string.Concat(code.Trim().ToLowerInvariant().Where(c => !char.IsWhiteSpace(c))));
        return await db.RecoveryCodes.Where(c => c.UserId == user && c.Hash == hash && c.UsedAt == null).ExecuteUpdateAsync(c => c.SetProperty(x => x.UsedAt, now), ct) == 1;
    }

    public Task<int> Left(Guid user, CancellationToken ct) => db.RecoveryCodes.CountAsync(c => c.UserId == user && c.UsedAt == null, ct);
}
