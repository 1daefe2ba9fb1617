using InvoiceSync.Access.Model;
using InvoiceSync.Access.Model.Letters;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Writes to everybody who may decide on a request, but not to whose own it is. The link leads to the page, after sign-in.</summary>
[Requires("approve")]
sealed record TellApprovers(ApprovalId Approval) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, Post post) : IHandle<TellApprovers, Done>
    {
        public async Task<Done> Handle(TellApprovers command, CancellationToken ct)
        {
            var approval = Rule.Found(await db.Approvals.AsNoTracking().SingleOrDefaultAsync(a => a.Id == command.Approval, ct), ApprovalErrors.NotFound);
            if (approval.State is not ApprovalState.Pending) return default;

            var tenant = approval.TenantId;
            var company = (await dispatcher.Ask(new FindTenants(Ids: [tenant]), ct)).OrThrow().Single();
            var own = await People.OwnRoles(db, ct);
            var people = await (from m in db.Memberships
                                join u in db.Users on m.UserId equals u.Id
                                where m.TenantId == tenant && m.SuspendedAt == null
                                select new { m.Roles, User = u }).ToListAsync(ct);
            foreach (var person in people.Where(p => new UserId(p.User.Id).ToString() != approval.Creator && Entitlement.Of(p.Roles, own).Permissions.Contains("approve")))
                post.Write(LetterKind.ApprovalAsked, person.User, $"/t/{company.Slug}/approvals", approval.Title, FormattableString.Invariant($"{approval.Currency.Round(approval.Amount)} {approval.Currency}"), company.Name, approval.Because);
            return default;
        }
    }
}
