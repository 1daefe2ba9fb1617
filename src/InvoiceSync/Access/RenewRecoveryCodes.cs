using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Ten new recovery codes, shown once; those made before open nothing any more.</summary>
[Requires("self")]
[StepUp]
public sealed record RenewRecoveryCodes : ICommand<IReadOnlyList<string>>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, RecoveryCodes recovery) : IHandle<RenewRecoveryCodes, IReadOnlyList<string>>
    {
        public async Task<IReadOnlyList<string>> Handle(RenewRecoveryCodes command, CancellationToken ct)
        {
            var id = Person.Of(who.Caller).Value;
            Rule.Require(await db.SecondFactors.AnyAsync(f => f.UserId == id && f.ConfirmedAt != null, ct), AccessErrors.TwoStepOffAlready);
            db.Note(new("user.recovery_codes_renewed", "user", who.Caller.Actor));
            return await recovery.Renew(id, ct);
        }
    }
}
