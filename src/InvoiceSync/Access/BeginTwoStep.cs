using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Makes the secret of an authenticator app for the caller and shows it once. It counts only after ConfirmTwoStep has seen a right code.</summary>
[Requires("self")]
[StepUp]
public sealed record BeginTwoStep : ICommand<BeginTwoStep.Shown>
{
    /// <summary>Address is what the QR code says; Secret is for typing in.</summary>
    public sealed record Shown(string Address, string Secret)
    {
        public override string ToString() => nameof(Shown);
    }

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, MasterKey master) : IHandle<BeginTwoStep, Shown>
    {
        public async Task<Shown> Handle(BeginTwoStep command, CancellationToken ct)
        {
            var id = Person.Of(who.Caller).Value;
            var user = await db.Users.AsNoTracking().SingleAsync(u => u.Id == id, ct);
            var factor = await db.SecondFactors.SingleOrDefaultAsync(f => f.UserId == id, ct);
            Rule.Require(factor?.ConfirmedAt is null, AccessErrors.TwoStepOnAlready);
            var secret = Totp.NewSecret();
            var kept = master.Seal(AppCodes.Purpose(id), Convert.ToBase64String(secret));
            if (factor is null) db.Add(new SecondFactor { UserId = id, Secret = kept });
            else (factor.Secret, factor.LastStep, factor.Failures, factor.LockedUntil) = (kept, 0, 0, null);
            return new(Totp.Address(secret, user.Email!), Totp.Base32(secret));
        }
    }
}
