using System.Text.Json;
using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>After the password: a slip for the second step of ten minutes when the person has one; null when the password is enough.</summary>
[Anonymous]
sealed record AskSecondStep(OpenSession Then) : ICommand<SignIn.Session?>
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    public override string ToString() => nameof(AskSecondStep);

    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<AskSecondStep, SignIn.Session?>
    {
        public async Task<SignIn.Session?> Handle(AskSecondStep command, CancellationToken ct)
        {
            var id = command.Then.User.Value;
            if (!await db.SecondFactors.AnyAsync(f => f.UserId == id && f.ConfirmedAt != null, ct)) return null;

            var (token, now) = (Token.New(), time.GetUtcNow());
            var stamp = await db.Users.Where(u => u.Id == id).Select(u => u.SecurityStamp).SingleAsync(ct);
            db.Add(new Slip
            {
                Id = Guid.CreateVersion7(now),
                UserId = id,
                For = SlipFor.SecondStep,
                TokenHash = Token.Hash(token),
                Stamp = stamp ?? "",
                Data = JsonSerializer.Serialize(command.Then, StoredJson.Options),
                CreatedAt = now,
                EndsAt = now + Lasts,
            });
            return new(token, now + Lasts, []) { NeedsSecondStep = true };
        }
    }
}
