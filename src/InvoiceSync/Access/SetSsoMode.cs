using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>
/// Chooses how the company's people come in. Required begins after seven days, and only when an owner has proved a
/// connection and has codes for the day it fails. Leaving it takes effect at once.
/// </summary>
[Requires("settings.manage")]
[StepUp]
public sealed record SetSsoMode(SsoMode Mode) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<SetSsoMode, Done>
    {
        public async Task<Done> Handle(SetSsoMode command, CancellationToken ct)
        {
            if (command.Mode == SsoMode.Required)
            {
                Rule.Require(await db.SsoConnections.AnyAsync(c => c.Enabled && c.ProvedAt != null, ct), EntryErrors.ProofMissing);
                Rule.Require(await db.BreakGlassCodes.AnyAsync(c => c.UsedAt == null, ct), EntryErrors.CodesMissing);
            }

            var rules = await db.EntryRules.SingleOrDefaultAsync(ct);
            if (rules is null) db.Add(rules = new EntryRules());
            rules.Choose(command.Mode, time.GetUtcNow());
            return default;
        }
    }
}
