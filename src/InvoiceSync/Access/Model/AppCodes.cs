using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access.Model;

/// <summary>Checks codes of a person's authenticator app: each once, ten wrong ones lock the app alone for a quarter of an hour.</summary>
sealed class AppCodes(InvoiceSyncDb db, MasterKey master, TimeProvider time)
{
    const int Most = 10;
    static readonly TimeSpan Rest = TimeSpan.FromMinutes(15);

    public static string Purpose(Guid user) => $"totp:{user:N}";

    /// <summary>Right or wrong is noted in the surrounding commit, so the caller answers instead of refusing.</summary>
    public async Task<bool> Check(Guid user, string code, bool confirmed, CancellationToken ct)
    {
        // Takes the row's lock: guesses made at once wait for each other, so each of them is counted.
        await db.SecondFactors.Where(f => f.UserId == user).ExecuteUpdateAsync(f => f.SetProperty(x => x.Failures, x => x.Failures), ct);
        var factor = await db.SecondFactors.SingleOrDefaultAsync(f => f.UserId == user && f.ConfirmedAt != null == confirmed, ct);
        var now = time.GetUtcNow();
        if (factor is null || factor.LockedUntil > now || code.Length > 16) return false;

        var step = Totp.StepOf(Convert.FromBase64String(master.Open(Purpose(user), factor.Secret)), code, now);
        if (step is { } found && found > factor.LastStep)
        {
            (factor.LastStep, factor.Failures, factor.LockedUntil) = (found, 0, null);
            return true;
        }

        if (++factor.Failures >= Most) (factor.Failures, factor.LockedUntil) = (0, now + Rest);
        return false;
    }
}
