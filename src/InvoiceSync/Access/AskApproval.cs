using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>
/// May this go on? When a rule of the company or a limit of its creator asks for a second pair of eyes, a request is made,
/// once for each revision; earlier revisions that still waited are withdrawn. Asked again, it answers how that stands.
/// </summary>
[Requires("fiscal.file")]
public sealed record AskApproval(ApprovalSubject Subject) : ICommand<ApprovalVerdict>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<AskApproval, ApprovalVerdict>
    {
        public async Task<ApprovalVerdict> Handle(AskApproval command, CancellationToken ct)
        {
            var subject = command.Subject;
            var asked = await db.Approvals.Where(a => a.Kind == subject.Kind && a.Subject == subject.Id && a.State != ApprovalState.Withdrawn).ToListAsync(ct);
            if (asked.SingleOrDefault(a => a.Revision == subject.Revision) is { } known) return Verdict(known);

            foreach (var edited in asked.Where(a => a.State == ApprovalState.Pending)) edited.Withdraw(time.GetUtcNow());
            var limits = await LimitsOf(subject.Creator, ct);
            if (subject.AmountInRon > limits.MaxInvoiceAmount)
                return new(ApprovalVerdict.Kind.Stop, FormattableString.Invariant($"The amount is above the {limits.MaxInvoiceAmount} RON its owner may invoice."));

            var rules = (await db.ApprovalRules.AsNoTracking().ToListAsync(ct)).Where(r => r.Matches(subject)).Select(r => r.Name).ToList();
            if (subject.AmountInRon > limits.RequiresApprovalAbove) rules.Add(FormattableString.Invariant($"above {limits.RequiresApprovalAbove} RON"));
            if (rules.Count == 0) return new(ApprovalVerdict.Kind.GoOn);

            var because = string.Join(", ", rules);
            var approval = new Approval(time.New<ApprovalId>(), subject, because.Length <= 1000 ? because : because[..1000], time.GetUtcNow());
            db.Add(approval);
            return Verdict(approval);
        }

        static ApprovalVerdict Verdict(Approval approval) => approval.State switch
        {
            ApprovalState.Approved => new(ApprovalVerdict.Kind.GoOn),
            ApprovalState.Refused => new(ApprovalVerdict.Kind.Stop, approval.Reason),
            _ => new(ApprovalVerdict.Kind.Wait, $"Waits for approval ({approval.Because})."),
        };

        // A key, or our own work, has no limits of its own; neither has a person who left.
        async Task<Limits> LimitsOf(string? creator, CancellationToken ct)
        {
            if (!Ids.TryParse<UserId>(creator, out var person)) return Limits.None;
            var tenant = who.Caller.Tenant;
            var roles = await db.Memberships.Where(m => m.TenantId == tenant && m.UserId == person.Value).Select(m => m.Roles).SingleOrDefaultAsync(ct);
            return roles is null ? Limits.None : Entitlement.Of(roles, await People.OwnRoles(db, ct)).Limits;
        }
    }
}
