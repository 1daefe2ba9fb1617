using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Deletes a rule that asked for approval. What waits because of it still waits.</summary>
[Requires("settings.manage")]
public sealed record DeleteApprovalRule(ApprovalRuleId Rule) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<DeleteApprovalRule, Done>
    {
        public async Task<Done> Handle(DeleteApprovalRule command, CancellationToken ct)
        {
            db.Remove(Kernel.Rule.Found(await db.ApprovalRules.SingleOrDefaultAsync(r => r.Id == command.Rule, ct), ApprovalErrors.RuleNotFound));
            return default;
        }
    }
}
