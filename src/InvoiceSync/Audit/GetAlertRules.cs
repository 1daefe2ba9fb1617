using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>From when on owners and readers of the log are alerted.</summary>
[Requires("audit.read")]
public sealed record GetAlertRules : IQuery<GetAlertRules.View>
{
    /// <summary>So many deletions by one person, or refused attempts in all, within the minutes.</summary>
    public sealed record View(int Deletions, int Refusals, int Minutes, bool TellNetworks, bool TellExports, string Language);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetAlertRules, View>
    {
        public async Task<View> Handle(GetAlertRules query, CancellationToken ct)
        {
            var rules = await db.AlertRules.AsNoTracking().SingleOrDefaultAsync(ct) ?? new();
            return new(rules.Deletions, rules.Refusals, rules.Minutes, rules.TellNetworks, rules.TellExports, rules.Language);
        }
    }
}
