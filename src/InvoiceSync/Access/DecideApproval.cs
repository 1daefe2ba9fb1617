using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Approves what waits, or refuses it with a reason. Nobody decides on their own, unless a role of theirs allows it.</summary>
[Requires("approve")]
public sealed record DecideApproval(ApprovalId Approval, bool Approved, string? Reason = null) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<DecideApproval, Done>
    {
        public async Task<Done> Handle(DecideApproval command, CancellationToken ct)
        {
            var approval = Rule.Found(await db.Approvals.SingleOrDefaultAsync(a => a.Id == command.Approval, ct), ApprovalErrors.NotFound);
            Rule.Require(approval.Creator != who.Caller.Actor || who.Caller.Limits.CanApproveOwn, ApprovalErrors.Own);
            approval.Decide(command.Approved, who.Caller.Actor, command.Reason?.Trim(), time.GetUtcNow());
            return default;
        }
    }
}
