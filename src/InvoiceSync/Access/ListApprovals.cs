using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Requests for approval, the newest first: those that wait, or those of the last 90 days that were decided. Approvers see all, others their own.</summary>
[Requires("invoice.read")]
public sealed record ListApprovals(bool Decided = false) : IQuery<IReadOnlyList<ListApprovals.Row>>
{
    /// <summary>Because names the rules that asked for it. MayDecide is false for one's own, unless a role allows it.</summary>
    public sealed record Row(
        ApprovalId Id, ApprovalKind Kind, string Subject, string Title, Money Amount, string? Customer, string? Creator, string Because,
        ApprovalState State, DateTimeOffset AskedAt, string? DecidedBy, DateTimeOffset? DecidedAt, string? Reason, bool MayDecide);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<ListApprovals, IReadOnlyList<Row>>
    {
        const int Most = 200;

        public async Task<IReadOnlyList<Row>> Handle(ListApprovals query, CancellationToken ct)
        {
            var caller = who.Caller;
            var since = time.GetUtcNow().AddDays(-90);
            var all = db.Approvals.AsNoTracking();
            all = query.Decided ? all.Where(a => a.State != ApprovalState.Pending && a.AskedAt > since) : all.Where(a => a.State == ApprovalState.Pending);
            if (!caller.May("approve")) all = all.Where(a => a.Creator == caller.Actor);
            var found = await all.OrderByDescending(a => a.AskedAt).Take(Most).ToListAsync(ct);
            return [.. found.Select(a => new Row(
                a.Id, a.Kind, a.Subject, a.Title, new(a.Amount, a.Currency), a.Customer, a.Creator, a.Because, a.State, a.AskedAt, a.DecidedBy, a.DecidedAt, a.Reason,
                a.State == ApprovalState.Pending && caller.May("approve") && (a.Creator != caller.Actor || caller.Limits.CanApproveOwn)))];
        }
    }
}
